package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.BoundedBody;
import fr.ecolhuma.etreprof.api.request.ContentType;
import fr.ecolhuma.etreprof.api.request.QueryParameter;
import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentReader;
import fr.ecolhuma.etreprof.classification.document.DocumentType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The text of a request, in any of its four forms. */
final class RequestText {

    /** The parameter that may hold the text. */
    static final String PARAMETER = "content";

    private static final String PART = "file";
    private static final List<MediaType> TEXTS = List.of(MediaType.TEXT_PLAIN, MediaType.TEXT_MARKDOWN);
    private static final String EXPECTED =
            "expected application/json, text/markdown, text/plain or multipart/form-data, or the query parameter content";

    private final DocumentReader documents;

    RequestText(DocumentReader documents) {
        this.documents = documents;
    }

    /**
     * The text, ready to be classified.
     *
     * @throws ApiException if the request has another form
     * @throws fr.ecolhuma.etreprof.classification.document.DocumentException if the text is refused
     */
    String of(HttpServletRequest request) {
        MediaType type = ContentType.of(request.getContentType());
        boolean multipart = MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
        String query = QueryParameter.of(PARAMETER, request.getQueryString());
        if (query != null) {
            if (multipart || BoundedBody.isGiven(request)) {
                throw ApiException.badRequest("found the query parameter content and a body, expected one of them");
            }
            return ContentText.of(query);
        }
        return multipart ? file(request) : body(request, type);
    }

    private String body(HttpServletRequest request, @Nullable MediaType type) {
        if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            return JsonContent.of(
                    BoundedBody.read(request, JsonContent.MOST_BYTES, ContentText::tooLarge), charset(type));
        }
        if (type != null && TEXTS.stream().anyMatch(text -> text.equalsTypeAndSubtype(type))) {
            Charset charset = charset(type);
            int most = ContentText.mostBytes(charset == null ? StandardCharsets.UTF_8 : charset);
            return documents.read(
                    BoundedBody.read(request, most, ContentText::tooLarge),
                    new DocumentType(null, essence(type), charset));
        }
        if (type == null && !BoundedBody.isGiven(request)) {
            throw ApiException.unusable("found no content, " + EXPECTED);
        }
        throw ApiException.unsupported("found media type %s, %s".formatted(type, EXPECTED));
    }

    private String file(HttpServletRequest request) {
        try {
            return document(filePart(request.getParts()));
        } catch (IOException | ServletException | IllegalStateException e) {
            throw ApiException.badRequest(
                    "found a multipart body that cannot be read, expected one part named file; send it again");
        }
    }

    private static Part filePart(Collection<Part> parts) {
        if (parts.isEmpty()) {
            throw ApiException.badRequest(
                    "found a multipart body without parts; check that its boundary is the one in the Content-Type");
        }
        List<Part> named =
                parts.stream().filter(part -> part.getName().equals(PART)).toList();
        if (named.size() != 1) {
            throw ApiException.unusable("found %d parts named file, expected one".formatted(named.size()));
        }
        return named.getFirst();
    }

    private String document(Part part) throws IOException {
        MediaType type = ContentType.of(part.getContentType());
        return documents.read(
                part.getInputStream().readAllBytes(),
                new DocumentType(part.getSubmittedFileName(), type == null ? null : essence(type), charset(type)));
    }

    /** The type without its parameters. */
    private static String essence(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static @Nullable Charset charset(@Nullable MediaType type) {
        return type == null ? null : type.getCharset();
    }
}
