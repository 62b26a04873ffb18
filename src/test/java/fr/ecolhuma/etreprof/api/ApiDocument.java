package fr.ecolhuma.etreprof.api;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service's description as a test reads it: operations, their examples, and schemas that allow no field unnamed. */
public final class ApiDocument {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final ObjectNode strictComponents;

    /** Reads the document as it is written, with the members that are for tests. */
    public static ApiDocument written(String live) {
        Path file = Path.of("src/main/resources/fr/ecolhuma/etreprof/api/docs/openapi.yaml");
        try {
            String yaml = Files.readString(file).replace("${live}", live);
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new ApiDocument(JsonMapper.shared().valueToTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a document, such as the served one. */
    public ApiDocument(JsonNode document) {
        this.document = document;
        this.strictComponents = (ObjectNode) document.get("components").deepCopy();
        strictComponents.get("schemas").forEach(ApiDocument::forbidUnnamedFields);
    }

    /** An operation: its path with parameters in braces, its method in capitals, and its part of the document. */
    public record Operation(String path, String method, JsonNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** An answer that the description promises: the status, what it looks like and where that stands, and how to get it. */
    public record Example(
            Operation operation, String name, int status, JsonNode request, JsonNode response, String responseAt) {

        /** The place of its value in the document. */
        public String at(String mediaType) {
            return "%s/content/%s/examples/%s".formatted(responseAt, escaped(mediaType), name);
        }

        @Override
        public String toString() {
            return "%s: %s gets %d".formatted(operation, name, status);
        }
    }

    public JsonNode json() {
        return document;
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> METHODS.stream()
                        .filter(item::has)
                        .forEach(
                                method -> operations.add(new Operation(path, method.toUpperCase(), item.get(method)))));
        return operations;
    }

    /** Every example that can be called: each example body with its success, each answer that says how to get it. */
    public Stream<Example> examples() {
        return operations().stream().flatMap(operation -> Stream.concat(ofBodies(operation), ofAnswers(operation)));
    }

    private Stream<Example> ofBodies(Operation operation) {
        Map.Entry<String, JsonNode> success = operation.node().get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow();
        int status = Integer.parseInt(success.getKey());
        JsonNode content = operation.node().path("requestBody").path("content");
        List<Example> examples = new ArrayList<>();
        content.forEachEntry((type, media) -> media.path("examples").forEachEntry((name, example) -> {
            ObjectNode request =
                    JsonMapper.shared().createObjectNode().put("type", type).set("body", example.get("value"));
            examples.add(example(operation, name, status, request));
        }));
        if (examples.isEmpty()) {
            JsonNode request = operation.node().path("x-request");
            examples.add(example(operation, "answer", status, request));
        }
        return examples.stream();
    }

    private Example example(Operation operation, String name, int status, JsonNode request) {
        JsonNode response = operation.node().get("responses").get(String.valueOf(status));
        String at = response.has("$ref")
                ? response.get("$ref").stringValue().substring(1)
                : "/paths/%s/%s/responses/%d"
                        .formatted(escaped(operation.path()), operation.method().toLowerCase(Locale.ROOT), status);
        return new Example(operation, name, status, request, resolve(response), at);
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }

    private Stream<Example> ofAnswers(Operation operation) {
        List<Example> examples = new ArrayList<>();
        operation.node().get("responses").forEachEntry((status, response) -> {
            JsonNode resolved = resolve(response);
            resolved.path("content")
                    .forEach(media -> media.path("examples").forEachEntry((name, example) -> {
                        if (example.has("x-request")) {
                            JsonNode request = example.get("x-request");
                            examples.add(example(operation, name, Integer.parseInt(status), request));
                        }
                    }));
        });
        return examples.stream();
    }

    /** The parameters of an operation by name. */
    public List<JsonNode> parameters(Operation operation) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .toList();
    }

    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    /** What is wrong with a value of a schema; a field that the schema does not name is wrong too. */
    public List<Error> errors(JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        JsonNode strict = schema.deepCopy();
        forbidUnnamedFields(strict);
        whole.set("components", strictComponents);
        whole.setAll((ObjectNode) strict);
        return SCHEMAS.getSchema(whole).validate(value);
    }

    private static void forbidUnnamedFields(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ApiDocument::forbidUnnamedFields);
    }
}
