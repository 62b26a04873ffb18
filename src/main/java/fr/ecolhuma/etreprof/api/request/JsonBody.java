package fr.ecolhuma.etreprof.api.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are one JSON object. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The object.
     *
     * @param charset as declared; null for the one that JSON itself implies
     * @param expected the part of the message that says what to send
     * @throws ApiException 400 if the body is not a JSON object
     */
    public static JsonNode object(byte[] body, @Nullable Charset charset, String expected) {
        JsonNode tree;
        try {
            tree = charset == null
                    ? JsonMapper.shared().readTree(body)
                    : JsonMapper.shared().readTree(text(body, charset, expected));
        } catch (JacksonException e) {
            throw ApiException.of(
                            ProblemKind.BROKEN_JSON,
                            "found broken JSON in line %d, %s in UTF-8".formatted(line(e), expected))
                    .value("line", line(e));
        }
        if (!tree.isObject()) {
            throw ApiException.of(ProblemKind.UNEXPECTED_JSON, "found no JSON object, " + expected);
        }
        return tree;
    }

    /** The line in which the JSON breaks, from 1. */
    public static int line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    private static String text(byte[] body, Charset charset, String expected) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw ApiException.of(
                    ProblemKind.BROKEN_JSON, "found bytes that are not %s, %s in UTF-8".formatted(charset, expected));
        }
    }
}
