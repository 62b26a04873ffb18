package fr.ecolhuma.etreprof.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.clustering.BBDTree;
import smile.clustering.Clustering;
import smile.math.MathEx;

class KMeansTests {

    private static final int K = 4;
    private static final int RESTARTS = 10;

    private static Points points(CountMatrix counts) {
        return DistinctRows.of(counts).points(Scaler.fit(counts));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theBestInertiaIsThatOfSmilesOwnSearch(long seed) {
        CountMatrix counts = TestCounts.population(3_000, seed);
        Solution solution = KMeans.fit(points(counts), K, RESTARTS, 42, 2);
        double smile = smileInertia(counts);
        assertThat(solution.inertia()).isCloseTo(smile, within(1e-6 * smile));
    }

    private static double smileInertia(CountMatrix counts) {
        Scaler scaler = Scaler.fit(counts);
        double[][] rows = new double[counts.rows()][];
        Arrays.setAll(rows, row -> scaler.transform(counts.row(row)));
        BBDTree tree = new BBDTree(rows);
        double best = Double.POSITIVE_INFINITY;
        for (int restart = 0; restart < RESTARTS; restart++) {
            MathEx.setSeed(restart); // thread-local, so here where it fits
            double mean = smile.clustering.KMeans.fit(tree, rows, new Clustering.Options(K, 1_000, 1e-9, null))
                    .distortion();
            best = Math.min(best, mean * rows.length);
        }
        return best;
    }

    @Test
    void everyCentroidIsTheMeanOfThePointsNearestToIt() {
        Points points = points(TestCounts.population(2_000, 9));
        double[][] centroids = KMeans.fit(points, K, 3, 7, 1).centroids();
        double[][] means = new double[K][points.dimension()];
        double[] masses = new double[K];
        for (int i = 0; i < points.size(); i++) {
            int nearest = nearest(points, i, centroids);
            points.addTo(means[nearest], i, points.weight(i));
            masses[nearest] += points.weight(i);
        }
        for (int c = 0; c < K; c++) {
            double mass = masses[c];
            assertThat(Arrays.stream(means[c]).map(sum -> sum / mass).toArray())
                    .containsExactly(centroids[c], within(1e-12));
        }
    }

    private static int nearest(Points points, int point, double[][] centroids) {
        int nearest = 0;
        for (int c = 1; c < centroids.length; c++) {
            nearest = points.squaredDistance(point, centroids[c]) < points.squaredDistance(point, centroids[nearest])
                    ? c
                    : nearest;
        }
        return nearest;
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Points points = points(TestCounts.population(4_000, 6));
        Solution one = KMeans.fit(points, K, RESTARTS, 42, 1);
        Solution two = KMeans.fit(points, K, RESTARTS, 42, 2);
        assertThat(two.centroids()).isDeepEqualTo(one.centroids());
        assertThat(two.inertia()).isEqualTo(one.inertia());
    }

    @Test
    void moreRestartsAreNeverWorse() {
        Points points = points(TestCounts.population(1_000, 8));
        double few = KMeans.fit(points, K, 1, 42, 1).inertia();
        assertThat(KMeans.fit(points, K, RESTARTS, 42, 1).inertia()).isLessThanOrEqualTo(few);
    }

    @Test
    void asManyPointsAsCentroidsLeaveNoInertia() {
        Points points = new Points(new double[] {0, 1, 5, 9}, new int[] {1, 100, 1, 1}, 1);
        assertThat(KMeans.fit(points, K, 2, 1, 1).inertia()).isZero();
    }

    /** 0 and 2, 10 and 12: an inertia of 4 around 1 and 11, and of 4 + 2 · d² where the first centroid is off by d. */
    @ParameterizedTest
    @CsvSource({"1.04, 1.04", "1.05, 1", "3, 1"}) // 4.0032 is within a thousandth, 4.005 is not
    void givenCentroidsMoveWhereAThousandthIsGained(double start, double end) {
        Points points = new Points(new double[] {0, 2, 10, 12}, new int[] {1, 1, 1, 1}, 1);
        KMeans.Both both = KMeans.fit(points, 2, 3, 42, 1, new double[][] {{start}, {11}});
        assertThat(both.continued().centroids()).isDeepEqualTo(new double[][] {{end}, {11}});
        assertThat(both.fresh().inertia()).isEqualTo(4);
        assertThat(both.continued().inertia()).isCloseTo(4 + 2 * (end - 1) * (end - 1), within(1e-12));
    }

    @Test
    void aGivenCentroidWithoutUsersIsMoved() {
        Points points = new Points(new double[] {0, 1, 1000}, new int[] {1, 1, 100_000}, 1);
        // 400 is nearest to nobody
        KMeans.Both both = KMeans.fit(points, 3, 3, 42, 1, new double[][] {{0.5}, {400}, {1000}});
        assertThat(both.continued().inertia()).isZero();
    }

    @Test
    void withoutGivenCentroidsThereIsNothingToContinue() {
        Points points = points(TestCounts.population(1_000, 8));
        KMeans.Both both = KMeans.fit(points, K, 3, 42, 1, null);
        assertThat(both.continued()).isNull();
        assertThat(both.fresh().centroids())
                .isDeepEqualTo(KMeans.fit(points, K, 3, 42, 1).centroids());
    }
}
