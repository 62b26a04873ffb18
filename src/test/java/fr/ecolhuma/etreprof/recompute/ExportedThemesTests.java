package fr.ecolhuma.etreprof.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.Taxonomy;
import fr.ecolhuma.etreprof.features.Content;
import fr.ecolhuma.etreprof.features.ContentKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportedThemesTests {

    private final ExportedThemes themes = new ExportedThemes(Taxonomy.load());

    @Test
    void topicsNameThemesByIdCodeOrLabelInAnyCase() {
        assertThat(themesOf("16", "Mathematics", "MATHEMATICS EDUCATION", "Enseignement des Mathématiques"))
                .containsExactly(16, 16, 16, 16);
    }

    @Test
    void otherTopicsAndNoneAreTheOutlier() {
        assertThat(themesOf(null, "", "35", "-1", "astrology")).containsExactly(-1, -1, -1, -1, -1);
    }

    @Test
    void thereAreAsManyAsInTheTaxonomy() {
        assertThat(themes.count()).isEqualTo(35);
    }

    private int[] themesOf(String... topics) {
        List<Content> contents = Arrays.stream(topics)
                .map(topic -> new Content(
                        new ContentKey("article", 1), "", null, true, List.of(), null, null, Set.of(), topic))
                .toList();
        return themes.themesOf(contents);
    }
}
