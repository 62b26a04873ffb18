package fr.ecolhuma.etreprof.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
