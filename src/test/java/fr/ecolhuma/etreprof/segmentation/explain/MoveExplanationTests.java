package fr.ecolhuma.etreprof.segmentation.explain;

import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.counts;
import static fr.ecolhuma.etreprof.segmentation.explain.PowersOfTwo.model;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.Cause;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.CountChange;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveExplanationTests {

    private static final MoveExplanation OF_MODEL = new MoveExplanation(Cause.MODEL, List.of());

    /** A move in a model that stays. */
    private static MoveExplanation move(SegmentModel model, int from, int[] before, int to, int[] after) {
        return MoveExplanation.of(Placement.of(model, before, from), Placement.of(model, after, to));
    }

    private static MoveExplanation ofCounts(CountChange... because) {
        return new MoveExplanation(Cause.COUNTS, List.of(because));
    }

    @Test
    void onlyACountThatWentTowardsTheSegmentEnteredIsAReason() {
        // d² to the two: 5 and 10 before, 10 and 3 after; effects 16, −4 and none, though c alone is nearer to the old
        // one
        SegmentModel model = model(new double[] {0, 0, 0}, new double[] {4, 2, -1});
        assertThat(move(model, 0, counts(1, 2, 0), 1, counts(3, 1, 0))).isEqualTo(ofCounts(new CountChange("a", 1, 7)));
    }

    @Test
    void theLargestEffectComesFirstAndNotTheLargestChange() {
        // 2 · 4 · 1 = 8 of a, which goes from 0 to 15; 2 · 3 · 4 = 24 of b, which goes from 0 to 7
        SegmentModel model = model(new double[] {0, 0}, new double[] {1, 4});
        assertThat(move(model, 0, counts(0, 0), 1, counts(4, 3)))
                .isEqualTo(ofCounts(new CountChange("b", 0, 7), new CountChange("a", 0, 15)));
    }

    @Test
    void aCountThatFellIsAReasonToo() {
        SegmentModel model = model(new double[] {0, 0}, new double[] {1, 4});
        assertThat(move(model, 1, counts(1, 3), 0, counts(1, 0))).isEqualTo(ofCounts(new CountChange("b", 7, 0)));
    }

    @Test
    void threeReasonsAreListedAtMost() {
        SegmentModel model = model(new double[] {0, 0, 0, 0}, new double[] {1, 2, 3, 4});
        assertThat(move(model, 0, counts(0, 0, 0, 0), 1, counts(1, 1, 1, 1)).because())
                .extracting(CountChange::feature)
                .containsExactly("d", "c", "b");
    }

    @Test
    void theSegmentsHaveMovedWhereNoCountHas() {
        SegmentModel before = model(new double[] {0}, new double[] {4});
        SegmentModel after = model(new double[] {0}, new double[] {1});
        assertThat(MoveExplanation.of(Placement.of(before, counts(1), 0), Placement.of(after, counts(1), 1)))
                .isEqualTo(OF_MODEL);
    }

    @Test
    void theSegmentsHaveMovedWhereTheEarlierCountsWouldHaveLedThereToo() {
        SegmentModel before = model(new double[] {0}, new double[] {6});
        SegmentModel after = model(new double[] {0}, new double[] {2});
        // 2 would have been nearer to the segment entered; that 3 is nearer still has moved nobody
        assertThat(MoveExplanation.of(Placement.of(before, counts(2), 0), Placement.of(after, counts(3), 1)))
                .isEqualTo(OF_MODEL);
        assertThat(MoveExplanation.of(Placement.of(before, counts(0), 0), Placement.of(after, counts(3), 1)))
                .isEqualTo(ofCounts(new CountChange("a", 0, 7)));
    }

    @Test
    void theModelIsTheCauseWhereItCountsSomethingElse() {
        SegmentModel before = model(new double[] {0}, new double[] {4});
        SegmentModel after = model(new double[] {0, 0}, new double[] {4, 4});
        assertThat(MoveExplanation.of(Placement.of(before, counts(0), 0), Placement.of(after, counts(4, 4), 1)))
                .isEqualTo(OF_MODEL);
    }

    @Test
    void equallyNearCountsBelongToTheLowerIdAsInTheModel() {
        SegmentModel model = model(new double[] {0}, new double[] {2});
        assertThat(model.segmentOf(counts(1))).isZero();
        assertThat(move(model, 0, counts(1), 1, counts(2))).isEqualTo(ofCounts(new CountChange("a", 1, 3)));
        assertThat(move(model, 1, counts(1), 0, counts(0))).isEqualTo(OF_MODEL);
    }

    @Test
    void ofThreeSegmentsOnlyTheOneLeftAndTheOneEnteredAreCompared() {
        // the earlier counts are nearest to the third segment now; d² to the one left and to the one entered: 10 and 18
        SegmentModel model = model(new double[] {0, 0}, new double[] {4, 0}, new double[] {1, 3});
        assertThat(model.segmentOf(counts(1, 3))).isEqualTo(2);
        assertThat(move(model, 0, counts(1, 3), 1, counts(4, 0)))
                .as("b has the same centroid in both")
                .isEqualTo(ofCounts(new CountChange("a", 1, 15)));
        // 18 and 10
        SegmentModel other = model(new double[] {0, 0}, new double[] {4, 0}, new double[] {3, 3});
        assertThat(other.segmentOf(counts(3, 3))).isEqualTo(2);
        assertThat(move(other, 0, counts(3, 3), 1, counts(4, 0))).isEqualTo(OF_MODEL);
    }
}
