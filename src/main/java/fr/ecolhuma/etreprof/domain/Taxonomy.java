package fr.ecolhuma.etreprof.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The themes and défis by which contents are classified.
 *
 * @param defis the five défis
 * @param themes ascending by id, from 0 without gaps
 * @param outlier the theme of contents that fit none
 */
public record Taxonomy(List<Defi> defis, List<Theme> themes, Theme outlier) {

    public Taxonomy {
        defis = List.copyOf(defis);
        themes = List.copyOf(themes);
        for (int i = 0; i < themes.size(); i++) {
            if (themes.get(i).id() != i) {
                throw new IllegalArgumentException("found theme id %d in place %d, expected %d"
                        .formatted(themes.get(i).id(), i, i));
            }
        }
    }

    /** The taxonomy shipped with the service, read once. */
    public static Taxonomy load() {
        return Shipped.TAXONOMY;
    }

    private static final class Shipped {

        private static final Taxonomy TAXONOMY = read();
    }

    private static Taxonomy read() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        return mapper.readValue(ShippedFile.text(Taxonomy.class, "taxonomy.json"), Taxonomy.class);
    }

    /** The theme of an id; the outlier for -1. */
    public Theme theme(int id) {
        return id == outlier.id() ? outlier : themes.get(id);
    }

    /** The theme with a code, or null. */
    public @Nullable Theme themeByCode(String code) {
        return themes.stream()
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The défi with a code, or null. */
    public @Nullable Defi defiByCode(String code) {
        return defis.stream()
                .filter(defi -> defi.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The theme with a code that must exist. */
    public Theme requireTheme(String code) {
        return Objects.requireNonNull(themeByCode(code), code);
    }

    /** The défi with a code that must exist. */
    public Defi requireDefi(String code) {
        return Objects.requireNonNull(defiByCode(code), code);
    }

    /** The défis whose export columns are set, in the taxonomy's order. */
    public List<Defi> defisOfColumns(Collection<String> columns) {
        return defis.stream().filter(defi -> columns.contains(defi.column())).toList();
    }

    /** Theme ids by everything that a topics file may call them: id, code and both labels, in lower case. */
    public Map<String, Integer> themeIdsByName() {
        Map<String, Integer> ids = new HashMap<>();
        for (Theme theme : themes) {
            for (String name : List.of(String.valueOf(theme.id()), theme.code(), theme.label(), theme.labelFr())) {
                ids.putIfAbsent(name.toLowerCase(Locale.ROOT), theme.id());
            }
        }
        return Map.copyOf(ids);
    }
}
