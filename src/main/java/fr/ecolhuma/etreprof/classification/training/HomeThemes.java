package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.text.ShippedJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * The themes that each défi is at home in. A content with a défi, such as mathematics for dyslexic pupils,
 * belongs to its own theme and to these with about the same right, though its editor had to choose one.
 */
final class HomeThemes {

    private static final Map<String, List<String>> HOMES =
            ShippedJson.read(HomeThemes.class, "home_themes.json", new TypeReference<Map<String, List<String>>>() {});

    private HomeThemes() {}

    /** The codes of the themes that are right for a content beside its own. */
    static Set<String> of(List<String> defis) {
        Set<String> themes = new HashSet<>();
        defis.forEach(defi -> themes.addAll(HOMES.getOrDefault(defi, List.of())));
        return themes;
    }

    /** Whether a défi is at home in a theme. */
    static boolean isHome(String theme) {
        return HOMES.values().stream().anyMatch(themes -> themes.contains(theme));
    }
}
