package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.heavy.BodyMemory;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ContentType;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.classification.document.DocumentType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The text or the document that is uploaded as a file. */
final class SentFile {

    private static final String PART = "file";

    /** The largest upload and the copy of its file. */
    private static final int MOST_MEMORY = 4 << 20;

    private SentFile() {}

    /**
     * The file, not read yet.
     *
     * @throws ApiException if there is no such file, or no memory for it
     */
    static SentText of(HttpServletRequest request, BodyMemory memory) {
        long length = request.getContentLengthLong();
        BodyMemory.Room room = memory.take(length < 0 ? MOST_MEMORY : (int) Math.min(2 * length, MOST_MEMORY));
        try {
            return sent(filePart(parts(request)), room);
        } catch (IOException | ServletException | IllegalStateException e) {
            room.close();
            throw ApiException.of(
                    ProblemKind.BROKEN_BODY,
                    "found a multipart body that cannot be read, expected one part named file; send it again");
        } catch (RuntimeException e) {
            room.close();
            throw e;
        }
    }

    /** The parts are read here and not before, when it is known that there is memory for them. */
    private static Collection<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        if (request instanceof MultipartHttpServletRequest lazy) {
            // fails as Spring does, with an exception that has its status
            lazy.getMultiFileMap();
        }
        return request.getParts();
    }

    private static Part filePart(Collection<Part> parts) {
        if (parts.isEmpty()) {
            throw ApiException.of(
                    ProblemKind.BROKEN_BODY,
                    "found a multipart body without parts; check that its boundary is the one in the Content-Type");
        }
        List<Part> named =
                parts.stream().filter(part -> part.getName().equals(PART)).toList();
        if (named.size() != 1) {
            throw ApiException.of(
                    ProblemKind.NO_CONTENT, "found %d parts named file, expected one".formatted(named.size()));
        }
        return named.getFirst();
    }

    private static SentText sent(Part part, BodyMemory.Room room) throws IOException {
        MediaType type = ContentType.of(part.getContentType());
        return RequestText.document(
                room.with(part.getInputStream().readAllBytes()),
                new DocumentType(
                        part.getSubmittedFileName(),
                        type == null ? null : RequestText.essence(type),
                        RequestText.charset(type)));
    }
}
