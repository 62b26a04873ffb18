package fr.ecolhuma.etreprof.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LloydTests {

    private static Points line(int[] weights, double... coordinates) {
        return new Points(coordinates, weights, 1);
    }

    @Test
    void centroidsBecomeTheWeightedMeansOfTheirPoints() {
        // 0 (twice) and 3 against 10: the means are 1 and 10, the inertia 2·1² + 2² = 6
        Solution solution = Lloyd.run(line(new int[] {2, 1, 1}, 0, 3, 10), new double[][] {{0}, {10}});
        assertThat(solution.centroids()).isDeepEqualTo(new double[][] {{1}, {10}});
        assertThat(solution.inertia()).isCloseTo(6, within(1e-12));
    }

    @Test
    void pointsMoveUntilNoneIsNearerElsewhere() {
        // from 0 and 1 the second centroid first takes 1, 2, 10, 11 (mean 6), then 1 and 2 leave it
        Solution solution = Lloyd.run(line(new int[] {1, 1, 1, 1, 1}, 0, 1, 2, 10, 11), new double[][] {{0}, {1}});
        assertThat(solution.centroids()).isDeepEqualTo(new double[][] {{1}, {10.5}});
        assertThat(solution.inertia()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void anEmptyClusterTakesTheFarthestPoint() {
        // all are nearer to 0 than to 100; their mean is 11/3, from which 10 is the farthest
        Solution solution = Lloyd.run(line(new int[] {1, 1, 1}, 0, 1, 10), new double[][] {{0}, {100}});
        assertThat(solution.centroids()).isDeepEqualTo(new double[][] {{0.5}, {10}});
        assertThat(solution.inertia()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void severalEmptyClustersTakeDifferentPoints() {
        Solution solution = Lloyd.run(line(new int[] {5, 1, 1}, 0, 4, 10), new double[][] {{1}, {100}, {200}});
        assertThat(solution.inertia()).isZero();
        assertThat(solution.centroids()).isDeepEqualTo(new double[][] {{0}, {10}, {4}});
    }
}
