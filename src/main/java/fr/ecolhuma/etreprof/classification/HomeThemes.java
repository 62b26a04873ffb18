package fr.ecolhuma.etreprof.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The themes that each challenge is at home in. A content with a challenge, such as mathematics for dyslexic pupils,
 * belongs to its own theme and to these with about the same right, though its editor had to choose one.
 */
final class HomeThemes {

    private static final Map<String, List<String>> HOMES = read();

    private HomeThemes() {}

    /** The codes of the themes that are right for a content beside its own. */
    static Set<String> of(List<String> defis) {
        Set<String> themes = new HashSet<>();
        defis.forEach(defi -> themes.addAll(HOMES.getOrDefault(defi, List.of())));
        return themes;
    }

    /** Whether a challenge is at home in a theme. */
    static boolean isHome(String theme) {
        return HOMES.values().stream().anyMatch(themes -> themes.contains(theme));
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = HomeThemes.class.getResourceAsStream("home_themes.json")) {
            return JsonMapper.shared().readValue(in, new TypeReference<Map<String, List<String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
