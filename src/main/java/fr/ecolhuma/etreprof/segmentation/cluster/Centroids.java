package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import java.util.Arrays;

/** The centroids of one search as running weighted sums of their points, and the last move of each. */
final class Centroids {

    private final Points points;
    private final double[][] centroids;
    private final double[][] sums;
    private final long[] masses;
    private final double[] drifts;

    Centroids(Points points, double[][] initial) {
        this.points = points;
        this.centroids = Arrays.stream(initial).map(double[]::clone).toArray(double[][]::new);
        this.sums = new double[initial.length][points.dimension()];
        this.masses = new long[initial.length];
        this.drifts = new double[initial.length];
    }

    int k() {
        return centroids.length;
    }

    boolean isEmpty(int cluster) {
        return masses[cluster] == 0;
    }

    double squaredDistance(int point, int cluster) {
        return points.squaredDistance(point, centroids[cluster]);
    }

    /** Computes all sums again. */
    void sum(int[] assigned) {
        Arrays.fill(masses, 0);
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int i = 0; i < assigned.length; i++) {
            add(i, assigned[i], points.weight(i));
        }
    }

    /** Moves a point from one sum to another. */
    void transfer(int point, int from, int to) {
        add(point, from, -points.weight(point));
        add(point, to, points.weight(point));
    }

    private void add(int point, int cluster, int weight) {
        masses[cluster] += weight;
        points.addTo(sums[cluster], point, weight);
    }

    /** Moves every centroid to the mean of its points. */
    void moveAll() {
        for (int c = 0; c < centroids.length; c++) {
            move(c);
        }
    }

    /** Moves a centroid to the mean of its points; an empty one stays. */
    void move(int cluster) {
        if (isEmpty(cluster)) {
            return;
        }
        double[] mean = new double[points.dimension()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sums[cluster][i] / masses[cluster];
        }
        drifts[cluster] = Vectors.distance(centroids[cluster], mean);
        centroids[cluster] = mean;
    }

    /** The distance of a centroid's last move. */
    double drift(int cluster) {
        return drifts[cluster];
    }

    /** For each cluster, the longest move of the other centroids. */
    double[] driftsOfOthers() {
        double[] others = new double[drifts.length];
        for (int a = 0; a < drifts.length; a++) {
            for (int b = 0; b < drifts.length; b++) {
                others[a] = a == b ? others[a] : Math.max(others[a], drifts[b]);
            }
        }
        return others;
    }

    /**
     * Half the distance of each centroid to the nearest other one: a point within it cannot be nearer to another
     * centroid.
     */
    double[] halfDistances() {
        double[] halves = new double[centroids.length];
        Arrays.fill(halves, Double.POSITIVE_INFINITY);
        for (int a = 0; a < centroids.length; a++) {
            for (int b = 0; b < a; b++) {
                double half = Vectors.distance(centroids[a], centroids[b]) / 2;
                halves[a] = Math.min(halves[a], half);
                halves[b] = Math.min(halves[b], half);
            }
        }
        return halves;
    }

    /** The centroids and the remaining variance under an assignment. */
    Solution solution(int[] assigned) {
        double inertia = 0;
        for (int i = 0; i < assigned.length; i++) {
            inertia += points.weight(i) * squaredDistance(i, assigned[i]);
        }
        return new Solution(centroids, inertia);
    }
}
