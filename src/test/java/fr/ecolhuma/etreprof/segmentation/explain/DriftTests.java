package fr.ecolhuma.etreprof.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTests {

    @Test
    void theSameDistributionHasNoDrift() {
        CountMatrix counts = CountMatrix.of(
                List.of("a"), IntStream.range(0, 500).map(i -> i % 37).toArray());
        assertThat(Drift.between(counts, counts).get("a")).isZero();
    }

    /** Two bins, 0 and more: half and half become a tenth and nine tenths, with half a user more in each of 10 + 1. */
    @Test
    void theIndexIsTheSumOverTheBins() {
        int[] before = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        int[] after = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        // deciles are 0 and 1, so the bins are 0, 1 and an empty one above
        double p0 = 5.5 / 11.5;
        double q0 = 1.5 / 11.5;
        double p1 = 5.5 / 11.5;
        double q1 = 9.5 / 11.5;
        double expected = (p0 - q0) * Math.log(p0 / q0) + (p1 - q1) * Math.log(p1 / q1);
        assertThat(Drift.index(before, after)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void onlyFeaturesThatBothHaveAreCompared() {
        CountMatrix one = CountMatrix.of(List.of("a", "b"), new int[] {1, 2, 3, 4});
        CountMatrix other = CountMatrix.of(List.of("b", "c"), new int[] {2, 0, 4, 0});
        assertThat(Drift.between(one, other)).containsOnlyKeys("b").containsEntry("b", 0.0);
    }
}
