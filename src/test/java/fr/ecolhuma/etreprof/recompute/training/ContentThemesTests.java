package fr.ecolhuma.etreprof.recompute.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentThemesTests {

    private static final String SPELLING =
            "La dictée négociée : les élèves comparent leurs orthographes, discutent des accords et corrigent les fautes.";

    private final ContentThemes themes = new ContentThemes(ShippedClassifier.get(), 2);

    @Test
    void topicsNameThemesByIdCodeOrLabelInAnyCase() {
        assertThat(themesOf("16", "Mathematics", "MATHEMATICS EDUCATION", "Enseignement des Mathématiques"))
                .containsExactly(16, 16, 16, 16);
    }

    @Test
    void withoutATextOtherTopicsAndNoneAreTheOutlier() {
        assertThat(themesOf(null, "", "35", "-1", "astrology")).containsExactly(-1, -1, -1, -1, -1);
    }

    @Test
    void theTextTellsTheThemeWhereNoTopicDoes() {
        assertThat(themes.themesOf(List.of(content(null, SPELLING), content("noise", "Un autre texte."))))
                .containsExactly(5, 3);
    }

    @Test
    void whereTheExportSaysNothingNewTheLiveClassifierStays() {
        themes.themesOf(List.of(content(null, SPELLING)));

        assertThat(themes.classifier()).isSameAs(ShippedClassifier.get());
    }

    @Test
    void labelsOfTheExportAreLearnt() {
        themes.themesOf(List.of(content("noise", "Un texte que la plateforme a rangé elle-même.")));

        assertThat(themes.classifier().card().sources()).containsEntry("own_contents", 1);
    }

    @Test
    void thereAreAsManyAsInTheTaxonomy() {
        assertThat(themes.count()).isEqualTo(35);
    }

    private int[] themesOf(@Nullable String... topics) {
        return themes.themesOf(
                Arrays.stream(topics).map(topic -> content(topic, null)).toList());
    }

    private static Content content(@Nullable String topic, @Nullable String markdown) {
        return new Content(
                new ContentKey("article", 1), "Un titre", markdown, true, List.of(), null, null, Set.of(), topic);
    }
}
