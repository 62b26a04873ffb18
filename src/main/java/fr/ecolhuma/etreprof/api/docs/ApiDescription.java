package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document: written as YAML, with the answers that a test got as the values of its examples. */
final class ApiDescription {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /**
     * The document as it is served: without members whose names begin with {@code x-}, which are for tests. Examples that
     * need a model name it {@code ${live}}.
     *
     * @param version of the service
     */
    static ApiDescription served(String version) {
        ObjectNode document = written(version);
        MAPPER.readTree(ShippedFile.text(ApiDescription.class, "answers.json"))
                .forEachEntry((example, answer) ->
                        document.withObject(JsonPointer.compile(example)).set("value", answer));
        removeTestMembers(document);
        return new ApiDescription(document);
    }

    private static ObjectNode written(String version) {
        String yaml = ShippedFile.text(ApiDescription.class, "openapi.yaml").replace("${version}", version);
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return MAPPER.valueToTree(document);
    }

    private static void removeTestMembers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList());
        }
        node.forEach(ApiDescription::removeTestMembers);
    }

    /** The document as JSON. */
    String json() {
        return MAPPER.writeValueAsString(document);
    }

    /** The document as YAML. */
    String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(MAPPER.treeToValue(document, Map.class));
    }
}
