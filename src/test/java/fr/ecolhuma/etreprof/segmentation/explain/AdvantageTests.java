package fr.ecolhuma.etreprof.segmentation.explain;

import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.counts;
import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import org.junit.jupiter.api.Test;

class AdvantageTests {

    private static final SegmentModel MODEL = model(new double[] {0, 0, 0}, new double[] {4, 2, -1});

    @Test
    void itIsTheDifferenceOfTheSquaredDistancesCountByCount() {
        // 1² − 3², 2² − 0², 0² − 1²; in all 5 − 10
        Advantage advantage = Advantage.of(MODEL, counts(1, 2, 0), 1, 0);
        assertParts(advantage, -8, 4, -1);
        assertThat(advantage.total()).isCloseTo(-5, within(1e-12));
        double[] distances = MODEL.distances(counts(1, 2, 0));
        assertThat(distances[0] * distances[0] - distances[1] * distances[1]).isCloseTo(-5, within(1e-12));
    }

    @Test
    void theEffectOfAChangedCountIsTwiceItsWayTimesTheWayBetweenTheCentroids() {
        Advantage effects =
                Advantage.of(MODEL, counts(3, 1, 0), 1, 0).since(Advantage.of(MODEL, counts(1, 2, 0), 1, 0));
        // 2 · (3 − 1) · 4, 2 · (1 − 2) · 2, and exactly nothing; in all 7 − (−5)
        assertParts(effects, 16, -4, 0);
        assertThat(effects.part(2)).isZero();
        assertThat(effects.total()).isCloseTo(12, within(1e-12));
        assertThat(effects.greatest(3)).containsExactly(0);
    }

    @Test
    void theGreatestComeFirstAndOfEqualOnesTheFirstColumn() {
        SegmentModel model = model(new double[] {0, 0, 0, 0}, new double[] {1, 3, 1, 3});
        Advantage advantage = Advantage.of(model, counts(1, 3, 1, 3), 1, 0);
        assertThat(advantage.greatest(4)).containsExactly(1, 3, 0, 2);
        assertThat(advantage.greatest(3)).containsExactly(1, 3, 0);
        assertThat(Advantage.of(model, counts(1, 3, 1, 3), 0, 1).greatest(4))
                .as("what speaks against")
                .isEmpty();
    }

    private static void assertParts(Advantage advantage, double... parts) {
        for (int column = 0; column < parts.length; column++) {
            assertThat(advantage.part(column)).as("column %d", column).isCloseTo(parts[column], within(1e-12));
        }
    }
}
