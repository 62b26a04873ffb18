package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SegmentationQualityTests {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void silhouetteByHand() {
        // 0: a = 2, b = (10 + 12) / 2 = 11, so 9/11; 2: a = 2, b = (8 + 10) / 2 = 9, so 7/9; 10 and 12 mirror them
        double[][] points = {{0}, {2}, {10}, {12}};
        assertThat(Silhouette.mean(points, new int[] {0, 0, 1, 1}, 2)).isCloseTo((9.0 / 11 + 7.0 / 9) / 2, CLOSE);
    }

    @Test
    void aPointAloneInItsSegmentCountsZero() {
        // 0: a = 1, b = 9, so 8/9; 1: a = 1, b = 8, so 7/8; 9 is alone
        double[][] points = {{0}, {1}, {9}};
        assertThat(Silhouette.mean(points, new int[] {0, 0, 1}, 2)).isCloseTo((8.0 / 9 + 7.0 / 8) / 3, CLOSE);
    }

    @Test
    void oneSegmentOrCoincidingPointsHaveNoSilhouette() {
        assertThat(Silhouette.mean(new double[][] {{0}, {1}}, new int[] {1, 1}, 2))
                .isZero();
        assertThat(Silhouette.mean(new double[][] {{3}, {3}, {3}}, new int[] {0, 0, 1}, 2))
                .isZero();
    }

    @Test
    void dispersionByHand() {
        // 0, 2 | 10, 12 with centroids 1 and 11: every point at distance 1, the centroids 10 apart, the mean 6
        Dispersion dispersion = new Dispersion(
                new Points(new double[] {0, 2, 10, 12}, new int[] {1, 1, 1, 1}, 1),
                new int[] {0, 0, 1, 1},
                new double[][] {{1}, {11}});
        assertThat(dispersion.inertia()).isCloseTo(4, CLOSE);
        assertThat(dispersion.daviesBouldin()).isCloseTo((1 + 1) / 10.0, CLOSE);
        // between 4·5² = 100 over k - 1 = 1, within 4 over n - k = 2
        assertThat(dispersion.calinskiHarabasz()).isCloseTo(50, CLOSE);
    }

    @Test
    void weightsCountAsThatManyUsers() {
        // 0, 0, 3 | 10 with centroids 1 and 10: mean distances (1 + 1 + 2) / 3 and 0, 9 apart, the mean 13/4
        Dispersion dispersion = new Dispersion(
                new Points(new double[] {0, 3, 10}, new int[] {2, 1, 1}, 1),
                new int[] {0, 0, 1},
                new double[][] {{1}, {10}});
        assertThat(dispersion.inertia()).isCloseTo(6, CLOSE);
        assertThat(dispersion.daviesBouldin()).isCloseTo(4.0 / 27, CLOSE);
        // between 3·2.25² + 6.75² = 60.75 over 1, within 6 over 2
        assertThat(dispersion.calinskiHarabasz()).isCloseTo(20.25, CLOSE);
    }

    @Test
    void segmentsOfIdenticalUsersHaveNoInertia() {
        Dispersion dispersion = new Dispersion(
                new Points(new double[] {0, 5}, new int[] {3, 1}, 1), new int[] {0, 1}, new double[][] {{0}, {5}});
        assertThat(dispersion.calinskiHarabasz()).isEqualTo(1);
        assertThat(dispersion.daviesBouldin()).isZero();
    }

    @Test
    void theSampleIsEveryNthUser() {
        // of 2,001 users every second is looked at: they sit on 0 or 1, while the others, on 9, would blur segment 1
        int[] cells = new int[2_001];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = row % 2 == 1 ? 9 : row % 4 / 2;
        }
        CountMatrix counts = CountMatrix.of(List.of("a"), cells);
        Scaler scaler = Scaler.of(new double[1], new double[] {1});
        DistinctRows rows = DistinctRows.of(counts);
        SegmentModel model = SegmentModel.of(List.of("a"), scaler, new double[][] {{0}, {Math.log(2)}});
        byte[] segments = new byte[cells.length];
        for (int row = 0; row < cells.length; row++) {
            segments[row] = (byte) model.segmentOf(counts.row(row));
        }
        SegmentationQuality quality =
                SegmentationQuality.of(rows, rows.points(scaler), model, Assignments.of(segments, 2));
        assertThat(quality.silhouette()).isCloseTo(1, CLOSE);
        assertThat(quality.sizes()).containsExactly(501, 1_500);
    }
}
