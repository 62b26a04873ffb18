package fr.ecolhuma.etreprof.segmentation.cluster;

import java.util.Arrays;

/** The result of a search: centroids that are the means of their points, and the remaining inertia. */
public final class Solution {

    private final double[][] centroids;
    private final double inertia;

    Solution(double[][] centroids, double inertia) {
        this.centroids = copy(centroids);
        this.inertia = inertia;
    }

    public double[][] centroids() {
        return copy(centroids);
    }

    /** The weighted sum of squared distances of the points to their centroids. */
    public double inertia() {
        return inertia;
    }

    private static double[][] copy(double[][] vectors) {
        return Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
    }
}
