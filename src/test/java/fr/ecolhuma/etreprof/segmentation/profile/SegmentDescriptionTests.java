package fr.ecolhuma.etreprof.segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentDescriptionTests {

    private static SegmentDescription describe(
            @Nullable Double anciennete, double topics, double level, Map<Stage, Integer> usersByStage) {
        return SegmentDescription.of(
                new SegmentProfile(200, 50, Map.of(), anciennete, topics, level, 0.66, 1.33, usersByStage));
    }

    @Test
    void figuresBecomeWords() {
        SegmentDescription description = describe(13.6, 3.2, 0.67, Map.of(Stage.ELEMENTAIRE, 72));
        assertThat(description.ancienneteMoyenne()).isEqualTo("14 ans");
        assertThat(description.activiteGenerale()).isEqualTo("Modéré");
        assertThat(description.engagementEmail()).isEqualTo("Faible");
        assertThat(description.usageContenu()).isEqualTo("Élevé");
        assertThat(description.diversiteThematique()).isEqualTo("Moyennement diversifié");
        assertThat(description.niveauPrincipal()).isEqualTo("Élémentaire (36%)");
    }

    @Test
    void stagesAreInOrderAndThoseUnderTenPercentLeftOut() {
        // of 200: 29 %, 36 %, 9.5 %, 10 %
        SegmentDescription description = describe(
                1.0, 0, 0, Map.of(Stage.AUTRE, 20, Stage.COLLEGE, 19, Stage.MATERNELLE, 58, Stage.ELEMENTAIRE, 72));
        assertThat(description.repartitionNiveaux())
                .containsExactly(entry("Maternelle", "29%"), entry("Élémentaire", "36%"), entry("Autre", "10%"));
    }

    @Test
    void ofEquallyFrequentStagesTheFirstIsTheMainOne() {
        assertThat(describe(1.0, 0, 0, Map.of(Stage.LYCEE, 50, Stage.COLLEGE, 50))
                        .niveauPrincipal())
                .isEqualTo("Collège (25%)");
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        SegmentDescription description = describe(null, 0, 0, Map.of());
        assertThat(description.ancienneteMoyenne()).isEqualTo("Inconnue");
        assertThat(description.niveauPrincipal()).isEqualTo("Inconnu");
        assertThat(description.repartitionNiveaux()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 an", "1.49, 1 an", "1.5, 2 ans"})
    void yearsAgreeInNumber(double anciennete, String expected) {
        assertThat(describe(anciennete, 0, 0, Map.of()).ancienneteMoyenne()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.99, Peu diversifié",
        "2, Moyennement diversifié",
        "4.99, Moyennement diversifié",
        "5, Très diversifié"
    })
    void diversityFollowsTheNumberOfThemes(double topics, String expected) {
        assertThat(describe(1.0, topics, 0, Map.of()).diversiteThematique()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, Faible", "0.66, Faible", "0.67, Modéré", "1.32, Modéré", "1.33, Élevé", "2, Élevé"})
    void activityFollowsItsLevel(double level, String expected) {
        assertThat(describe(1.0, 0, level, Map.of()).activiteGenerale()).isEqualTo(expected);
    }
}
