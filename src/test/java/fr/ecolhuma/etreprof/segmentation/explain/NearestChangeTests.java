package fr.ecolhuma.etreprof.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.explain.NearestChange.Change;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestChangeTests {

    /** Scaled by nothing but the logarithm: a count x lies at ln(1 + x). */
    private static SegmentModel unscaled(double[]... centroids) {
        List<String> columns = List.of("a", "b", "c").subList(0, centroids[0].length);
        double[] zeros = new double[columns.size()];
        double[] ones = new double[columns.size()];
        Arrays.fill(ones, 1);
        return SegmentModel.of(columns, Scaler.of(zeros, ones), centroids);
    }

    @Test
    void theBorderBetweenTwoCentroidsIsCrossedByTheSmallestCountBeyondIt() {
        SegmentModel model = unscaled(new double[] {0}, new double[] {Math.log(100)});
        // the border is at ln(10), which is the count 9: equally near ones belong to the lower id
        NearestChange up = NearestChange.of(model, new int[] {3}).orElseThrow();
        assertThat(up.segment()).isEqualTo(1);
        assertThat(up.changes().getFirst().to()).isBetween(9, 10);
        assertThat(model.segmentOf(new int[] {up.changes().getFirst().to()})).isEqualTo(1);
        assertThat(model.segmentOf(new int[] {8})).isZero();
        NearestChange down = NearestChange.of(model, new int[] {50}).orElseThrow();
        assertThat(down.segment()).isZero();
        assertThat(down.changes().getFirst().from()).isEqualTo(50);
        assertThat(down.changes().getFirst().to()).isBetween(8, 9);
        assertThat(up.distance())
                .isCloseTo(Math.log(1.0 + up.changes().getFirst().to()) - Math.log(4), within(1e-12));
    }

    @Test
    void theColumnThatHasToMoveLeastIsChosen() {
        SegmentModel model = unscaled(new double[] {0, 0}, new double[] {Math.log(16), Math.log(100)});
        NearestChange change = NearestChange.of(model, new int[] {0, 0}).orElseThrow();
        // half of ln²(16) + ln²(100) by ln(100): the border is at ln(23.04), the count 22.04; along a, at the count 182
        assertThat(change.changes()).extracting(Change::feature).containsExactly("b");
        assertThat(change.changes().getFirst().to()).isEqualTo(23);
    }

    @Test
    void aFewColumnsTogetherWhereOneAloneWouldHaveToBecomeWhatNoUserHas() {
        double far = Math.log(21);
        SegmentModel model = unscaled(new double[] {0, 0, 0}, new double[] {far, far, far});
        // one alone: 3 far² / 2 / far = 4.57, a count of 95, beyond the count 20 of three deviations
        NearestChange change = NearestChange.of(model, new int[] {0, 0, 0}).orElseThrow();
        assertThat(change.segment()).isEqualTo(1);
        assertThat(change.changes()).hasSize(2);
        int[] counts = new int[3];
        change.changes().forEach(one -> counts["abc".indexOf(one.feature())] = one.to());
        assertThat(model.segmentOf(counts)).isEqualTo(1);
        for (Change one : change.changes()) {
            int[] less = counts.clone();
            less["abc".indexOf(one.feature())]--;
            assertThat(model.segmentOf(less)).as(one.feature()).isZero();
        }
    }

    @Test
    void aModelOfOneSegmentHasNoOther() {
        assertThat(NearestChange.of(unscaled(new double[] {1}), new int[] {7})).isEmpty();
    }

    @Test
    void noSmallerChangeOfOneCountLeadsElsewhere() {
        CountMatrix counts = TestCounts.population(60, 9);
        SegmentModel model = Segmentation.fit(counts, Segmentation.Settings.defaults(1), null)
                .model();
        for (int row = 0; row < counts.rows(); row++) {
            int[] user = counts.row(row);
            NearestChange change = NearestChange.of(model, user).orElseThrow();
            int[] changed = user.clone();
            change.changes().forEach(one -> {
                int column = counts.columns().indexOf(one.feature());
                assertThat(one.from()).isEqualTo(user[column]);
                changed[column] = one.to();
            });
            assertThat(model.segmentOf(changed)).isEqualTo(change.segment()).isNotEqualTo(model.segmentOf(user));
            if (change.changes().size() == 1) {
                assertNothingNearer(model, user, change.distance());
            }
        }
    }

    private static void assertNothingNearer(SegmentModel model, int[] user, double distance) {
        double[] point = model.scaler().transform(user);
        for (int column = 0; column < user.length; column++) {
            int[] tried = user.clone();
            for (int count = 0; count < 2_000; count++) {
                tried[column] = count;
                double moved = Vectors.distance(point, model.scaler().transform(tried));
                if (moved < distance - 1e-9) {
                    assertThat(model.segmentOf(tried)).isEqualTo(model.segmentOf(user));
                }
            }
        }
    }
}
