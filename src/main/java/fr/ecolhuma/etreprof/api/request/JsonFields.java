package fr.ecolhuma.etreprof.api.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of a JSON object that a caller sent, each checked for its kind; null counts as missing. */
public record JsonFields(JsonNode object, String expected) {

    /**
     * The members.
     *
     * @param expected the part of the message that says what to send
     * @throws ApiException 400 if the body is not a JSON object
     */
    public static JsonFields of(byte[] body, String expected) {
        return new JsonFields(JsonBody.object(body, null, expected), expected);
    }

    @Nullable
    public JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A string that may be missing. */
    @Nullable
    public String text(String name) {
        JsonNode value = value(name);
        return value == null ? null : string(name, value);
    }

    /** A string, or a number in its place, that may be missing. */
    @Nullable
    public String name(String name) {
        JsonNode value = value(name);
        return value != null && value.isIntegralNumber() ? value.toString() : text(name);
    }

    /** A list that must be present. */
    public List<JsonNode> list(String name) {
        JsonNode value = value(name);
        if (value == null) {
            throw ApiException.of(ProblemKind.UNEXPECTED_JSON, "found no %s, %s".formatted(name, expected));
        }
        if (!value.isArray()) {
            throw ApiException.of(
                    ProblemKind.UNEXPECTED_JSON, "%s: found %s, expected a list".formatted(name, shown(value)));
        }
        return value.valueStream().toList();
    }

    public static String string(String name, JsonNode value) {
        if (!value.isString()) {
            throw ApiException.of(
                    ProblemKind.UNEXPECTED_JSON, "%s: found %s, expected a string".formatted(name, shown(value)));
        }
        return value.stringValue();
    }

    private static String shown(JsonNode value) {
        return Shown.of(value.toString());
    }
}
