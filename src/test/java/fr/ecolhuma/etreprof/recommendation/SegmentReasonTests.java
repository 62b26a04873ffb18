package fr.ecolhuma.etreprof.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.features.ContentKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentReasonTests {

    private final SegmentReason reasons =
            new SegmentReason("Peu actifs", code -> code.equals("mental_health") ? "Santé mentale" : "?");

    private static CatalogueItem item(String... defis) {
        return new CatalogueItem(new ContentKey("article", 1), "", 0, List.of(defis), List.of(), true, null);
    }

    @Test
    void aHigherShareIsContrastedAndALowerOneCompared() {
        assertThat(reasons.of(item(), 0.123, 0.041))
                .isEqualTo("Consulté par 12,3\u00a0% du groupe « Peu actifs », contre 4,1\u00a0% de l'ensemble des"
                        + " enseignants.");
        assertThat(reasons.of(item(), 0.02, 0.041))
                .isEqualTo("Consulté par 2,0\u00a0% du groupe « Peu actifs », pour 4,1\u00a0% de l'ensemble des"
                        + " enseignants.");
    }

    @Test
    void aPriorityChallengeIsNamedByItsFirst() {
        assertThat(reasons.of(item("mental_health", "other"), 0.5, 0.5))
                .isEqualTo("Défi prioritaire « Santé mentale » — consulté par 50,0\u00a0% du groupe « Peu actifs »,"
                        + " contre 50,0\u00a0% de l'ensemble des enseignants.");
    }

    @Test
    void whatNobodyHasUsedIsToBeDiscovered() {
        assertThat(reasons.of(item(), 0, 0)).isEqualTo("Pas encore consulté : un contenu à découvrir.");
        assertThat(reasons.of(item("mental_health"), 0, 0))
                .isEqualTo("Défi prioritaire « Santé mentale » — pas encore consulté : un contenu à découvrir.");
    }

    /** A small share is never rounded to nothing. */
    @ParameterizedTest
    @CsvSource({
        "1, '100,0'",
        "0.0104, '1,0'",
        "0.0099, '0,99'",
        "0.0001, '0,01'",
        "0.00004, 'moins de 0,01'",
        "0.000005, 'moins de 0,01'",
        "0, '0,0'"
    })
    void sharesAreShownWithTheDecimalsTheyNeed(double share, String shown) {
        assertThat(reasons.of(item(), share, 1)).startsWith("Consulté par " + shown + "\u00a0% du groupe");
    }
}
