package fr.ecolhuma.etreprof.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI 3.1 document, written as YAML for those who change it and served as JSON. */
final class ApiDescription {

    private static final String DOCUMENT = "openapi.yaml";

    private ApiDescription() {}

    /**
     * The document as JSON; examples that need a model name it {@code ${live}}.
     *
     * @param version of the service
     */
    static String json(String version) {
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml().replace("${version}", version));
        return JsonMapper.shared().writeValueAsString(document);
    }

    private static String yaml() {
        try (InputStream in = Objects.requireNonNull(ApiDescription.class.getResourceAsStream(DOCUMENT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
