package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.text.ShippedJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * The home themes of each défi. A content with a défi, such as mathematics for dyslexic pupils, fits its own theme and
 * these about equally well, though its editor had to choose one.
 */
final class HomeThemes {

    private static final Map<String, List<String>> HOMES =
            ShippedJson.read(HomeThemes.class, "home_themes.json", new TypeReference<Map<String, List<String>>>() {});

    private HomeThemes() {}

    /** The codes of the themes that are right for a content besides its own. */
    static Set<String> of(List<String> defis) {
        Set<String> themes = new HashSet<>();
        defis.forEach(defi -> themes.addAll(HOMES.getOrDefault(defi, List.of())));
        return themes;
    }

    /** Whether a theme is a home theme of a défi. */
    static boolean isHome(String theme) {
        return HOMES.values().stream().anyMatch(themes -> themes.contains(theme));
    }
}
