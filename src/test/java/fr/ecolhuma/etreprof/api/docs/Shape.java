package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.api.ApiDocument;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a value and their types, without the contents. A null is like anything: the schema says where it may stand. In lists,
 * and in objects whose names are data, each recorded entry must be like one of the answer.
 */
final class Shape {

    /** The most entries of a list that an example shows. */
    private static final int MOST = 5;

    private final ApiDocument document;

    Shape(ApiDocument document) {
        this.document = document;
    }

    /** How a recorded value differs from an answer; empty if it does not. */
    String difference(JsonNode schema, JsonNode recorded, JsonNode answer) {
        return difference(schema, recorded, answer, "");
    }

    private String difference(JsonNode schema, JsonNode recorded, JsonNode answer, String at) {
        if (recorded.isNull() || answer.isNull()) {
            return "";
        }
        if (recorded.getNodeType() != answer.getNodeType()) {
            return "%s: recorded %s, answered %s".formatted(at, recorded.getNodeType(), answer.getNodeType());
        }
        JsonNode form = form(schema, recorded);
        if (recorded.isArray()) {
            return ofEntries(form.path("items"), recorded.valueStream().toList(), answer, at);
        }
        if (isDictionary(form)) {
            return ofEntries(
                    form.get("additionalProperties"), recorded.valueStream().toList(), answer, at);
        }
        if (!recorded.isObject()) {
            return "";
        }
        TreeSet<String> names = new TreeSet<>(recorded.propertyNames());
        TreeSet<String> answered = new TreeSet<>(answer.propertyNames());
        answered.removeIf(name -> !isRecorded(form, name));
        if (!names.equals(answered)) {
            return "%s: recorded %s, answered %s".formatted(at, names, answered);
        }
        return names.stream()
                .map(name -> difference(
                        form.path("properties").path(name), recorded.get(name), answer.get(name), at + "/" + name))
                .filter(difference -> !difference.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String ofEntries(JsonNode schema, List<JsonNode> recorded, JsonNode answer, String at) {
        return IntStream.range(0, recorded.size())
                .filter(i -> answer.valueStream()
                        .noneMatch(one ->
                                difference(schema, recorded.get(i), one, "").isEmpty()))
                .mapToObj(i -> "%s/%d: the answer has no entry like it%s"
                        .formatted(
                                at,
                                i,
                                answer.valueStream()
                                        .findFirst()
                                        .map(one -> ", " + difference(schema, recorded.get(i), one, ""))
                                        .orElse("")))
                .findFirst()
                .orElse("");
    }

    /** The value with short lists. */
    JsonNode cut(JsonNode schema, JsonNode value) {
        JsonNode form = form(schema, value);
        if (value.isArray()) {
            ArrayNode list = JsonMapper.shared().createArrayNode();
            value.valueStream().limit(MOST).forEach(one -> list.add(cut(form.path("items"), one)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = JsonMapper.shared().createObjectNode();
        Stream<String> names = value.propertyNames().stream().filter(name -> isRecorded(form, name));
        boolean dictionary = isDictionary(form);
        (dictionary ? names.limit(MOST) : names)
                .forEach(name -> object.set(
                        name,
                        cut(
                                dictionary
                                        ? form.get("additionalProperties")
                                        : form.path("properties").path(name),
                                value.get(name))));
        return object;
    }

    private static boolean isRecorded(JsonNode form, String name) {
        return form.path("properties").path(name).path("x-recorded").asBoolean(true);
    }

    /** Whether the names are data, such as ids of segments. */
    private static boolean isDictionary(JsonNode form) {
        return form.has("additionalProperties") && !form.has("properties");
    }

    /** The schema behind references and choices. */
    private JsonNode form(JsonNode schema, JsonNode value) {
        JsonNode resolved = document.resolve(schema);
        if (!resolved.has("oneOf")) {
            return resolved;
        }
        return resolved.get("oneOf")
                .valueStream()
                .map(document::resolve)
                .filter(one -> one.path("type").asString("").equals(value.isArray() ? "array" : "object"))
                .findFirst()
                .orElse(resolved);
    }
}
