package fr.ecolhuma.etreprof.demo;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** French labels of the themes, from the taxonomy. */
final class ThemeLabels {

    private static final String TAXONOMY = "/fr/ecolhuma/etreprof/classification/taxonomy.json";

    private final Map<String, String> labels = new HashMap<>();

    ThemeLabels() {
        JsonNode taxonomy = JsonMapper.shared().readTree(Resources.text(TAXONOMY));
        taxonomy.get("themes")
                .forEach(theme -> labels.put(
                        theme.get("code").asString(), theme.get("label_fr").asString()));
    }

    /** The label of a theme's code, the code itself when the taxonomy does not know it. */
    String of(String code) {
        return labels.getOrDefault(code, code);
    }
}
