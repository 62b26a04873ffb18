package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.heavy.BodyMemory;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.BoundedBody;
import fr.ecolhuma.etreprof.api.request.ContentType;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.QueryParameter;
import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentException;
import fr.ecolhuma.etreprof.classification.document.DocumentReader;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import fr.ecolhuma.etreprof.classification.document.DocumentType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The text of a request, in any of its four forms. */
@Component
final class RequestText {

    /** The parameter that may hold the text. */
    static final String PARAMETER = "content";

    private static final List<MediaType> TEXTS = List.of(MediaType.TEXT_PLAIN, MediaType.TEXT_MARKDOWN);
    private static final String EXPECTED =
            "expected application/json, text/markdown, text/plain or multipart/form-data, or the query parameter content";

    private final BodyMemory memory;

    RequestText(BodyMemory memory) {
        this.memory = memory;
    }

    /**
     * The text as sent; its reading may refuse it with a {@link
     * fr.ecolhuma.etreprof.classification.document.DocumentException} or an {@link ApiException}.
     *
     * @throws ApiException if the request has another form
     */
    SentText of(HttpServletRequest request) {
        MediaType type = ContentType.of(request.getContentType());
        boolean multipart = MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
        String query = QueryParameter.of(PARAMETER, request.getQueryString());
        if (query != null) {
            if (multipart || BoundedBody.isGiven(request)) {
                throw ApiException.of(
                        ProblemKind.UNEXPECTED_BODY,
                        "found the query parameter content and a body, expected one of them");
            }
            return new SentText(TextCost.ofText(query.length()), false, () -> DocumentText.whole(query), () -> {});
        }
        return multipart ? SentFile.of(request, memory) : body(request, type);
    }

    private SentText body(HttpServletRequest request, @Nullable MediaType type) {
        if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            BodyMemory.Room body = memory.read(request, JsonContent.MOST_BYTES, ContentText::tooLarge);
            Charset charset = charset(type);
            return new SentText(
                    TextCost.ofText(body.bytes().length),
                    false,
                    () -> JsonContent.of(body.bytes(), charset),
                    body::close);
        }
        if (type != null && TEXTS.stream().anyMatch(text -> text.equalsTypeAndSubtype(type))) {
            Charset charset = charset(type);
            int most = ContentText.mostBytes(charset == null ? StandardCharsets.UTF_8 : charset);
            return document(
                    memory.read(request, most, ContentText::tooLarge), new DocumentType(null, essence(type), charset));
        }
        if (type == null && !BoundedBody.isGiven(request)) {
            throw ApiException.of(ProblemKind.NO_CONTENT, "found no content, " + EXPECTED);
        }
        throw ApiException.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "found media type %s, %s".formatted(type, EXPECTED))
                .value("found", String.valueOf(type));
    }

    /** A text or a document, by its bytes. */
    static SentText document(BodyMemory.Room body, DocumentType type) {
        byte[] bytes = body.bytes();
        boolean packed = isPacked(body, type);
        return new SentText(
                packed ? TextCost.ofDocument(bytes.length) : TextCost.ofText(bytes.length),
                packed,
                () -> DocumentReader.text(bytes, type),
                body::close);
    }

    private static boolean isPacked(BodyMemory.Room body, DocumentType type) {
        try {
            return DocumentReader.isPacked(body.bytes(), type);
        } catch (DocumentException e) {
            body.close();
            throw e;
        }
    }

    /** The type without its parameters. */
    static String essence(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    static @Nullable Charset charset(@Nullable MediaType type) {
        return type == null ? null : type.getCharset();
    }
}
