package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.classification.document.ContentText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text in a body of {@code {"content": "…"}}; other members are passed over. */
final class JsonContent {

    /** A text of the most bytes with every character escaped as six, and some room for the rest. */
    static final int MOST_BYTES = 6 * ContentText.MOST_BYTES + (64 << 10);

    private static final String EXPECTED = "expected {\"content\": \"…\"}";

    private JsonContent() {}

    /**
     * The text.
     *
     * @throws ApiException 400 if the body is no such JSON, 422 if there is no content
     */
    static String of(byte[] body, @Nullable Charset charset) {
        if (body.length == 0) {
            throw ApiException.unusable("found an empty body, " + EXPECTED);
        }
        JsonNode content = object(body, charset).path("content");
        if (content.isMissingNode() || content.isNull()) {
            throw ApiException.unusable("found no content, " + EXPECTED);
        }
        if (!content.isString()) {
            throw ApiException.badRequest("content is no string, " + EXPECTED);
        }
        return ContentText.of(content.stringValue());
    }

    private static JsonNode object(byte[] body, @Nullable Charset charset) {
        JsonNode tree;
        try {
            tree = charset == null
                    ? JsonMapper.shared().readTree(body)
                    : JsonMapper.shared().readTree(text(body, charset));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ApiException.badRequest("found broken JSON in line %d, %s in UTF-8".formatted(line, EXPECTED));
        }
        if (!tree.isObject()) {
            throw ApiException.badRequest("found no JSON object, " + EXPECTED);
        }
        return tree;
    }

    private static String text(byte[] body, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw ApiException.badRequest("found bytes that are not %s, %s in UTF-8".formatted(charset, EXPECTED));
        }
    }
}
