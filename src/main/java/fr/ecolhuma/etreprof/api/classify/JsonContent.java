package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.JsonBody;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The text in a body of {@code {"content": "…"}}; other members are ignored. */
final class JsonContent {

    /** The largest text with every character escaped as six, and some room for the rest. */
    static final int MOST_BYTES = 6 * ContentText.MOST_BYTES + (64 << 10);

    private static final String EXPECTED = "expected {\"content\": \"…\"}";

    private JsonContent() {}

    /**
     * The text.
     *
     * @throws ApiException 400 if the body is not such JSON, 422 if it has no content
     */
    static DocumentText of(byte[] body, @Nullable Charset charset) {
        if (body.length == 0) {
            throw ApiException.of(ProblemKind.NO_CONTENT, "found an empty body, " + EXPECTED);
        }
        JsonNode content = JsonBody.object(body, charset, EXPECTED).path("content");
        if (content.isMissingNode() || content.isNull()) {
            throw ApiException.of(ProblemKind.NO_CONTENT, "found no content, " + EXPECTED);
        }
        if (!content.isString()) {
            throw ApiException.of(ProblemKind.UNEXPECTED_JSON, "content is not a string, " + EXPECTED);
        }
        return DocumentText.whole(content.stringValue());
    }
}
