package fr.ecolhuma.etreprof.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxonomyTests {

    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @Test
    void theShippedTaxonomyHasThirtyFiveThemesAndFiveDefis() {
        assertThat(TAXONOMY.themes()).hasSize(46);
        assertThat(TAXONOMY.theme(16))
                .isEqualTo(new Theme(16, "mathematics", "Mathematics Education", "Enseignement des mathématiques"));
        assertThat(TAXONOMY.themes()).extracting(Theme::code).doesNotHaveDuplicates();
        assertThat(TAXONOMY.defis())
                .extracting(Defi::code)
                .containsExactly(
                        "student_success",
                        "mental_health",
                        "inclusive_school",
                        "psychosocial_skills",
                        "ecological_transition");
        assertThat(TAXONOMY.theme(-1)).isEqualTo(TAXONOMY.outlier());
        assertThat(TAXONOMY.outlier().id()).isEqualTo(-1);
    }

    @Test
    void everyFlagOfTheExportIsAChallenge() {
        assertThat(TAXONOMY.defis()).extracting(Defi::column).containsExactlyInAnyOrderElementsOf(Defi.COLUMNS);
    }

    @Test
    void codesAreLookedUp() {
        assertThat(TAXONOMY.themeByCode("noise")).isEqualTo(TAXONOMY.theme(3));
        assertThat(TAXONOMY.themeByCode("Noise")).isNull();
        assertThat(TAXONOMY.defiByCode("mental_health"))
                .isEqualTo(new Defi("mental_health", "sante_mentale", "Mental health", "Santé mentale"));
        assertThat(TAXONOMY.defiByCode("sante_mentale")).isNull();
    }

    @Test
    void defisOfColumnsComeInTheTaxonomysOrder() {
        assertThat(TAXONOMY.defisOfColumns(Set.of("cps", "reussite_tous_eleves", "other")))
                .extracting(Defi::code)
                .containsExactly("student_success", "psychosocial_skills");
        assertThat(TAXONOMY.defisOfColumns(List.of())).isEmpty();
    }

    @Test
    void themesGoByIdCodeAndLabels() {
        assertThat(TAXONOMY.themeIdsByName())
                .containsEntry("5", 5)
                .containsEntry("spelling", 5)
                .containsEntry("spelling and dictation", 5)
                .containsEntry("orthographe et dictée", 5)
                .doesNotContainKeys("Spelling", "-1", "other");
        for (Theme theme : TAXONOMY.themes()) {
            assertThat(TAXONOMY.themeIdsByName()).containsEntry(theme.code(), theme.id());
        }
    }

    @Test
    void themesOutOfOrderAreRefused() {
        Theme second = TAXONOMY.theme(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Taxonomy(List.of(), List.of(second), TAXONOMY.outlier()))
                .withMessage("found theme id 1 in place 0, expected 0");
    }
}
