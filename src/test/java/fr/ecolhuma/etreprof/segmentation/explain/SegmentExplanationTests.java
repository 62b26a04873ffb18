package fr.ecolhuma.etreprof.segmentation.explain;

import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.counts;
import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentExplanationTests {

    private static SegmentExplanation of(int segment, int[] counts, double[]... centroids) {
        return SegmentExplanation.of(Placement.of(model(centroids), counts, segment));
    }

    @Test
    void theCountsThatSpeakForTheSegmentAreComparedWithTheSecondBest() {
        // squared distances 5, 26 and 10; against the last one 3² − 1², 0² − 2² and 1² − 0²
        SegmentExplanation explanation =
                of(0, counts(1, 2, 0), new double[] {0, 0, 0}, new double[] {0, 7, 0}, new double[] {4, 2, -1});
        assertThat(explanation.segment()).isZero();
        assertThat(explanation.second()).isEqualTo(2);
        assertThat(explanation.margin()).isCloseTo(Math.sqrt(10) - Math.sqrt(5), within(1e-12));
        assertThat(explanation.because())
                .as("and not b, which speaks for the other")
                .containsExactly(0, 2);
    }

    @Test
    void threeAreListedAtMost() {
        SegmentExplanation explanation =
                of(0, counts(0, 0, 0, 0), new double[] {0, 0, 0, 0}, new double[] {1, 2, 3, 4});
        assertThat(explanation.because()).containsExactly(3, 2, 1);
    }

    @Test
    void theOnlySegmentIsItsOwnSecond() {
        assertThat(of(0, counts(1), new double[] {0})).isEqualTo(new SegmentExplanation(0, 0, 0, List.of()));
    }
}
