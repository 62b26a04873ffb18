package fr.ecolhuma.etreprof.recommendation.reason;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentEntryReasonTests {

    private static CatalogueItem item(String... defis) {
        return new CatalogueItem(new ContentKey("article", 1), "", 0, List.of(defis), List.of(), true, null);
    }

    /** The first content, used by some of 1,000 users of the segment and of 10,000 users. */
    private static String of(CatalogueItem item, int segmentUsers, int allUsers) {
        SegmentUsage.Entry entry = new SegmentUsage.Entry(segmentUsers, allUsers, 0.5);
        return new SegmentEntryReason(
                        new SegmentUsage(1_000, 10_000, List.of(entry)),
                        code -> code.equals("mental_health") ? "Santé mentale" : "?")
                .of(item, 0);
    }

    @Test
    void aHigherShareOfTheSegmentIsSaidAndALowerOneNot() {
        assertThat(of(item(), 123, 410))
                .isEqualTo("Ce contenu a été consulté par 12,3\u00a0% des inscrits de ce groupe.");
        assertThat(of(item(), 20, 410)).isEqualTo("Ce contenu a été consulté par 4,1\u00a0% des inscrits.");
    }

    @Test
    void aDefiIsNamedByItsFirst() {
        assertThat(of(item("mental_health", "other"), 500, 5_000))
                .isEqualTo(
                        "Ce contenu du défi prioritaire «\u00a0Santé mentale\u00a0» a été consulté par 50,0\u00a0% des"
                                + " inscrits de ce groupe.");
    }

    @Test
    void whatNobodyHasUsedIsToBeDiscovered() {
        assertThat(of(item(), 0, 0)).isEqualTo("Ce contenu, pas encore consulté, reste à découvrir.");
        assertThat(of(item("mental_health"), 0, 0))
                .isEqualTo("Ce contenu du défi prioritaire «\u00a0Santé mentale\u00a0», pas encore consulté, reste à"
                        + " découvrir.");
    }

    @Test
    void fewUsersAreNotCounted() {
        assertThat(of(item(), 5, 6)).isEqualTo("Ce contenu a été consulté par 0,50\u00a0% des inscrits de ce groupe.");
        assertThat(of(item(), 4, 6)).isEqualTo("Ce contenu a été consulté par 0,06\u00a0% des inscrits.");
        assertThat(of(item(), 4, 4)).isEqualTo("Ce contenu, encore peu consulté, reste à découvrir.");
        assertThat(of(item(), 0, 1)).isEqualTo("Ce contenu, encore peu consulté, reste à découvrir.");
    }

    @Test
    void theSentenceSaysWhoWasCounted() {
        SegmentUsage usage = new SegmentUsage(
                100, 400, List.of(new SegmentUsage.Entry(25, 40, 1), new SegmentUsage.Entry(5, 40, 0.1)));
        String stage = " qui enseignent au collège";
        String alike = " et dont l'activité ressemble à la vôtre";
        assertThat(UseReason.ofSegment(usage, 0, stage, alike))
                .isEqualTo("Ce contenu a été consulté par 25,0\u00a0% des inscrits qui enseignent au collège et dont"
                        + " l'activité ressemble à la vôtre.");
        assertThat(UseReason.ofSegment(usage, 1, stage, alike))
                .isEqualTo("Ce contenu a été consulté par 10,0\u00a0% des inscrits qui enseignent au collège.");
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
        assertThat(UseReason.percent(share)).isEqualTo(shown + "\u00a0%");
    }
}
