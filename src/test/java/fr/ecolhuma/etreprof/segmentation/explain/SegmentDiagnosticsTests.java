package fr.ecolhuma.etreprof.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SegmentDiagnosticsTests {

    private static final SegmentDiagnostics.Settings QUICK = new SegmentDiagnostics.Settings(1_000, 5, 4, 2, 42);

    private static SegmentDiagnostics diagnose(CountMatrix counts, Segmentation.Result fitted) {
        return SegmentDiagnostics.of(fitted.model(), counts, fitted.assignments(), QUICK);
    }

    private static Segmentation.Result fit(CountMatrix counts) {
        return Segmentation.fit(counts, new Segmentation.Settings(4, 5, 42, 1), null);
    }

    /** Four groups of users that have nothing in common. */
    private static CountMatrix apart(int users) {
        SplittableRandom random = new SplittableRandom(3);
        int[][] kinds = {{1, 1}, {1, 900}, {900, 1}, {900, 900}};
        int[][] rows = new int[users][];
        for (int i = 0; i < users; i++) {
            int[] kind = kinds[i % 4];
            rows[i] = new int[] {kind[0] + random.nextInt(1 + kind[0] / 2), kind[1] + random.nextInt(1 + kind[1] / 2)};
        }
        return TestCounts.of(List.of("nb_opened_mail", "total_interactions_x"), rows);
    }

    @Test
    void fourGroupsApartStayFour() {
        CountMatrix counts = apart(400);
        SegmentDiagnostics diagnostics = diagnose(counts, fit(counts));
        assertThat(diagnostics.counts()).extracting(SegmentCount::k).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(diagnostics.counts().get(2).stability()).isEqualTo(1);
        assertThat(diagnostics.verdict().keep()).isTrue();
        assertThat(diagnostics.verdict().best()).containsEntry("silhouette", 4).containsEntry("davies_bouldin", 4);
        assertThat(diagnostics.verdict().sentences().getLast()).startsWith("k = 4 stays");
        assertThat(diagnostics.rules().accuracy()).isEqualTo(1);
    }

    @Test
    void theFiguresOfTheNumberInUseAreThoseOfTheModel() {
        CountMatrix counts = TestCounts.population(900, 8);
        Segmentation.Result fitted = fit(counts);
        SegmentDiagnostics diagnostics = diagnose(counts, fitted);
        assertThat(diagnostics.sampled()).isEqualTo(900);
        SegmentCount four = diagnostics.counts().get(2);
        assertThat(four.inertia()).isCloseTo(fitted.quality().inertia(), within(1e-6));
        assertThat(four.silhouette()).isCloseTo(fitted.quality().silhouette(), within(1e-9));
        assertThat(four.daviesBouldin()).isCloseTo(fitted.quality().daviesBouldin(), within(1e-9));
        assertThat(four.calinskiHarabasz()).isCloseTo(fitted.quality().calinskiHarabasz(), within(1e-6));
        assertThat(four.stability()).isBetween(0.3, 1.0);
        assertThat(diagnostics.counts())
                .extracting(SegmentCount::inertia)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void theSameEachTimeOnASampleThatIsBounded() {
        CountMatrix counts = TestCounts.population(2_500, 5);
        Segmentation.Result fitted = fit(counts);
        SegmentDiagnostics first = diagnose(counts, fitted);
        assertThat(first.sampled()).isEqualTo(834);
        assertThat(diagnose(counts, fitted)).isEqualTo(first);
    }

    @Test
    void aSpreadIsCountedByNearestRank() {
        int[][] rows = new int[40][];
        for (int i = 0; i < 40; i++) {
            rows[i] = new int[] {i < 20 ? i : 100};
        }
        CountMatrix counts = TestCounts.of(List.of("a"), rows);
        // of 0 to 19: the 1st, 5th, 10th, 15th and 19th
        assertThat(FeatureSpread.of(counts, 0, row -> row < 20)).isEqualTo(new FeatureSpread(0, 4, 9, 14, 18, 9.5, 1));
        assertThatThrownBy(() -> FeatureSpread.of(counts, 0, row -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found no user");
    }

    @Test
    void everySegmentHasTheSpreadOfEveryFeature() {
        CountMatrix counts = apart(400);
        Segmentation.Result fitted = fit(counts);
        List<Map<String, FeatureSpread>> spreads = diagnose(counts, fitted).spreads();
        assertThat(spreads).hasSize(4);
        for (int segment = 0; segment < 4; segment++) {
            int wanted = segment;
            assertThat(spreads.get(segment).keySet()).containsExactlyElementsOf(counts.columns());
            assertThat(spreads.get(segment).get("nb_opened_mail"))
                    .isEqualTo(FeatureSpread.of(counts, 0, row -> fitted.segment(row) == wanted));
        }
    }

    @Test
    void anInterruptEndsIt() {
        CountMatrix counts = apart(400);
        Segmentation.Result fitted = fit(counts);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> diagnose(counts, fitted)).isInstanceOf(SegmentationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
