package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SegmentationQualityTests {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void silhouetteByHand() {
        // 0: a = 2, b = (10 + 12) / 2 = 11, so 9/11; 2: a = 2, b = (8 + 10) / 2 = 9, so 7/9; 10 and 12 mirror them
        assertThat(silhouette(new double[] {0, 2, 10, 12}, 0, 0, 1, 1)).isCloseTo((9.0 / 11 + 7.0 / 9) / 2, CLOSE);
    }

    @Test
    void aPointAloneInItsSegmentCountsZero() {
        // 0: a = 1, b = 9, so 8/9; 1: a = 1, b = 8, so 7/8; 9 is alone
        assertThat(silhouette(new double[] {0, 1, 9}, 0, 0, 1)).isCloseTo((8.0 / 9 + 7.0 / 8) / 3, CLOSE);
    }

    @Test
    void oneSegmentOrCoincidingPointsHaveNoSilhouette() {
        assertThat(silhouette(new double[] {0, 1}, 1, 1)).isZero();
        assertThat(silhouette(new double[] {3, 3, 3}, 0, 0, 1)).isZero();
    }

    private static double silhouette(double[] places, int... labels) {
        int[] once = IntStream.of(labels).map(label -> 1).toArray();
        return Silhouette.mean(new Points(places, once, 1), labels, 1);
    }

    @Test
    void aWeightCountsAsThatManyUsersInTheSilhouetteToo() {
        // 0, 0, 3 | 10: 0: a = (0 + 3) / 2, b = 10, so 0.85, twice; 3: a = 3, b = 7, so 4/7; 10 is alone
        double silhouette =
                Silhouette.mean(new Points(new double[] {0, 3, 10}, new int[] {2, 1, 1}, 1), new int[] {0, 0, 1}, 1);
        assertThat(silhouette).isCloseTo((2 * 0.85 + 4.0 / 7) / 4, CLOSE);
    }

    @Test
    void theSilhouetteOfManyUsersIsThatOfItsDefinition() {
        // more than one block, two dimensions and more, several ways to segment, several threads
        CountMatrix counts = TestCounts.population(1_500, 5);
        Scaler scaler = Scaler.fit(counts);
        DistinctRows rows = DistinctRows.of(counts);
        double[][] all = IntStream.range(0, counts.rows())
                .mapToObj(row -> scaler.transform(counts.row(row)))
                .toArray(double[][]::new);
        List<int[]> labelings = IntStream.of(2, 3, 7)
                .mapToObj(k -> IntStream.range(0, rows.size())
                        .map(group -> group * k / rows.size())
                        .toArray())
                .toList();
        List<Double> expected = labelings.stream()
                .map(labels -> ofEachUser(
                        all,
                        IntStream.range(0, all.length)
                                .map(row -> labels[rows.groupOf(row)])
                                .toArray()))
                .toList();
        for (int threads = 1; threads <= 3; threads++) {
            List<Double> found = Silhouette.means(rows.points(scaler), labelings, threads);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-9));
            }
            assertThat(found).isEqualTo(Silhouette.means(rows.points(scaler), labelings, 1));
        }
    }

    /** As the definition has it, user by user. */
    private static double ofEachUser(double[][] users, int[] labels) {
        int k = IntStream.of(labels).max().orElseThrow() + 1;
        double sum = 0;
        for (int user = 0; user < users.length; user++) {
            double[] distances = new double[k];
            int[] others = new int[k];
            for (int other = 0; other < users.length; other++) {
                if (other != user) {
                    distances[labels[other]] += Vectors.distance(users[user], users[other]);
                    others[labels[other]]++;
                }
            }
            int own = labels[user];
            double within = distances[own] / others[own];
            double next = IntStream.range(0, k)
                    .filter(segment -> segment != own)
                    .mapToDouble(segment -> distances[segment] / others[segment])
                    .min()
                    .orElseThrow();
            sum += (next - within) / Math.max(next, within);
        }
        return sum / users.length;
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

    /** Users on 0 or 1 whose segments are right, and some whose places are so far that they would blur the silhouette. */
    private static double silhouetteOf(int[] cells, long[] ids) {
        CountMatrix counts = CountMatrix.of(List.of("a"), cells);
        Scaler scaler = Scaler.of(new double[1], new double[] {1});
        DistinctRows rows = DistinctRows.of(counts);
        SegmentModel model = SegmentModel.of(List.of("a"), scaler, new double[][] {{0}, {Math.log(2)}, {9}});
        byte[] segments = new byte[cells.length];
        for (int row = 0; row < cells.length; row++) {
            segments[row] = (byte) model.segmentOf(counts.row(row));
        }
        return SegmentationQuality.of(rows, rows.points(scaler), model, Assignments.of(segments, 3), row -> ids[row], 2)
                .silhouette();
    }

    @Test
    void manyUsersOfFewKindsAreAllJudged() {
        // 30,000 on 0, 30,000 on 1 and one on 9, alone: of every nth user the one would be missed
        int[] cells =
                IntStream.range(0, 60_001).map(row -> row == 0 ? 9 : row % 2).toArray();
        long[] ids = IntStream.range(0, cells.length).mapToLong(row -> row).toArray();
        assertThat(silhouetteOf(cells, ids)).isCloseTo(expectedOfThree(), CLOSE);
    }

    /** On 0: a = 0, so 1. On 9: with those on 1 in segment 1. On 1: a = ln 5 / 30,000, b = ln 2. */
    private static double expectedOfThree() {
        double far = Math.log(10) - Math.log(2);
        double ofOnes = 1 - far / 30_000 / Math.log(2);
        double b = Math.log(10);
        double ofNine = (b - far) / Math.max(b, far);
        return (30_000 + 30_000 * ofOnes + ofNine) / 60_001;
    }

    @Test
    void aSampleIsDrawnByIdsWhateverTheirOrder() {
        int[] cells = IntStream.range(0, 30_000).toArray();
        long[] ids =
                IntStream.range(0, cells.length).mapToLong(row -> 7L * row + 3).toArray();
        double all = silhouetteOf(cells, ids);
        int[] backwards = IntStream.range(0, cells.length)
                .map(i -> cells[cells.length - 1 - i])
                .toArray();
        long[] ofThem = IntStream.range(0, cells.length)
                .mapToLong(i -> ids[cells.length - 1 - i])
                .toArray();
        assertThat(silhouetteOf(backwards, ofThem)).isEqualTo(all);
        // the first row less: every other nth user would be drawn
        int[] less = Arrays.copyOfRange(cells, 1, cells.length);
        long[] idsLess = Arrays.copyOfRange(ids, 1, cells.length);
        assertThat(silhouetteOf(less, idsLess)).isCloseTo(all, within(0.001));
    }
}
