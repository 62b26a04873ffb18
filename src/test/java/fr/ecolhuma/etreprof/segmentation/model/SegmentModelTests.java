package fr.ecolhuma.etreprof.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentModelTests {

    private static final List<String> COLUMNS = List.of("a", "b");

    // a scaled coordinate is (ln(1 + count) - ln 2) / ln 2: counts 0, 1, 3, 7 become -1, 0, 1, 2
    private static final Scaler SCALER =
            Scaler.of(new double[] {Math.log(2), Math.log(2)}, new double[] {Math.log(2), Math.log(2)});

    private static final SegmentModel MODEL =
            SegmentModel.of(COLUMNS, SCALER, new double[][] {{-1, -1}, {2, 3}, {0, 1}});

    @Test
    void aUserBelongsToTheNearestCentroid() {
        assertThat(MODEL.segmentOf(new int[] {0, 1})).isZero();
        assertThat(MODEL.segmentOf(new int[] {40, 40})).isEqualTo(1);
        assertThat(MODEL.segmentOf(new int[] {1, 3})).isEqualTo(2);
    }

    @Test
    void ofEquallyNearCentroidsTheLowestIdWins() {
        SegmentModel model = SegmentModel.of(COLUMNS, SCALER, new double[][] {{5, 5}, {0, 1}, {0, -1}});
        assertThat(model.segmentOf(new int[] {1, 1})).isEqualTo(1);
    }

    @Test
    void distancesAreEuclideanInScaledSpace() {
        // counts (3, 1) are at (1, 0): differences (2, 1), (1, 3), (1, 1)
        assertThat(MODEL.distances(new int[] {3, 1}))
                .containsExactly(new double[] {Math.sqrt(5), Math.sqrt(10), Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void centroidsComeBackAsCounts() {
        assertThat(MODEL.centroidCounts(1)).containsExactly(new double[] {7, 15}, within(1e-12));
        assertThat(MODEL.centroidCounts(0)).containsExactly(new double[] {0, 0}, within(1e-12));
    }

    @Test
    void centroidsAreCopiedAtTheBorder() {
        double[][] centroids = {{1, 2}};
        SegmentModel model = SegmentModel.of(COLUMNS, SCALER, centroids);
        centroids[0][0] = 9;
        model.centroid(0)[1] = 9;
        assertThat(model.centroid(0)).containsExactly(1, 2);
        assertThat(model.k()).isEqualTo(1);
    }

    @Test
    void segmentsCanBeReordered() {
        SegmentModel reordered = MODEL.reordered(List.of(2, 0, 1));
        assertThat(reordered.centroid(0)).containsExactly(0, 1);
        assertThat(reordered.centroid(2)).containsExactly(2, 3);
        assertThat(reordered.columns()).isEqualTo(COLUMNS);
        assertThat(reordered.scaler()).isSameAs(SCALER);
    }

    @Test
    void brokenParametersAreRefused() {
        refused(COLUMNS, new double[][] {{1, 2}, {3}}, "found 1 coordinates in centroid 1, expected 2");
        refused(COLUMNS, new double[][] {{1, Double.NaN}}, "expected finite coordinates");
        refused(COLUMNS, new double[0][], "found 0 centroids");
        refused(List.of("a"), new double[][] {{1}}, "found a scaler of 2 columns, expected 1");
        refused(List.of("a", "a"), new double[][] {{1, 2}}, "each name once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.segmentOf(new int[3]))
                .withMessageContaining("found 3 counts, expected 2");
    }

    private static void refused(List<String> columns, double[][] centroids, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentModel.of(columns, SCALER, centroids))
                .withMessageContaining(message);
    }
}
