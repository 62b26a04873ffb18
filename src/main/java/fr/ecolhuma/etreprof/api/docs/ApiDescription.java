package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI 3.1 document, written as YAML and served as JSON. */
final class ApiDescription {

    private static final String DOCUMENT = "openapi.yaml";

    private ApiDescription() {}

    /**
     * The document as JSON; examples that need a model name it {@code ${live}}.
     *
     * @param version of the service
     */
    static String json(String version) {
        String yaml = ShippedFile.text(ApiDescription.class, DOCUMENT).replace("${version}", version);
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JsonMapper.shared().writeValueAsString(document);
    }
}
