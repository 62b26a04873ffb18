package fr.ecolhuma.etreprof.recommendation.list;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
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

    /** The first content, used by some of 1,000 users of the segment and of 10,000 users. */
    private String of(CatalogueItem item, int segmentUsers, int allUsers) {
        SegmentUsage.Entry entry = new SegmentUsage.Entry(segmentUsers, allUsers, 0.5);
        return reasons.of(item, new SegmentUsage(1_000, 10_000, List.of(entry)), 0);
    }

    @Test
    void aHigherShareOfTheSegmentIsContrastedAndALowerOneNotTold() {
        assertThat(of(item(), 123, 410))
                .isEqualTo("Consulté par 12,3\u00a0% du groupe « Peu actifs », contre 4,1\u00a0% de l'ensemble des"
                        + " enseignants.");
        assertThat(of(item(), 20, 410)).isEqualTo("Consulté par 4,1\u00a0% de l'ensemble des enseignants.");
    }

    @Test
    void aDefiIsNamedByItsFirst() {
        assertThat(of(item("mental_health", "other"), 500, 5_000))
                .isEqualTo("Défi prioritaire « Santé mentale » — consulté par 50,0\u00a0% du groupe « Peu actifs »,"
                        + " contre 50,0\u00a0% de l'ensemble des enseignants.");
    }

    @Test
    void whatNobodyHasUsedIsToBeDiscovered() {
        assertThat(of(item(), 0, 0)).isEqualTo("Pas encore consulté : un contenu à découvrir.");
        assertThat(of(item("mental_health"), 0, 0))
                .isEqualTo("Défi prioritaire « Santé mentale » — pas encore consulté : un contenu à découvrir.");
    }

    @Test
    void fewUsersAreNotCounted() {
        assertThat(of(item(), 5, 6)).startsWith("Consulté par 0,50\u00a0% du groupe");
        assertThat(of(item(), 4, 6)).isEqualTo("Consulté par 0,06\u00a0% de l'ensemble des enseignants.");
        assertThat(of(item(), 4, 4)).isEqualTo("Encore peu consulté : un contenu à découvrir.");
        assertThat(of(item(), 0, 1)).isEqualTo("Encore peu consulté : un contenu à découvrir.");
    }

    @Test
    void whoWasCountedIsTold() {
        SegmentUsage usage = new SegmentUsage(
                100, 400, List.of(new SegmentUsage.Entry(25, 40, 1), new SegmentUsage.Entry(5, 40, 0.1)));
        assertThat(reasons.figure(usage, 0, " de collège"))
                .isEqualTo("Consulté par 25,0\u00a0% des enseignants de collège du groupe « Peu actifs »,"
                        + " contre 10,0\u00a0% de l'ensemble des enseignants de collège");
        assertThat(reasons.figure(usage, 1, " de collège"))
                .isEqualTo("Consulté par 10,0\u00a0% de l'ensemble des enseignants de collège");
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
        assertThat(SegmentReason.percent(share)).isEqualTo(shown + "\u00a0%");
    }
}
