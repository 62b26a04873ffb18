package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.Vectors;

/** Measures how much nearer users are to their own segment than to the next one (Rousseeuw, 1987). */
public final class Silhouette {

    private Silhouette() {}

    /**
     * The mean of {@code (b - a) / max(a, b)} over all points, from -1 to 1: a is the mean Euclidean distance to the
     * others of the own segment, b to those of the nearest other one. A point that is alone in its segment, or has no
     * other segment, counts 0.
     */
    public static double mean(double[][] points, int[] labels, int k) {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += of(labels[i], distances(points, labels, i, k), sizes);
        }
        return sum / points.length;
    }

    /** The sum of the distances of a point to all points of each segment. */
    private static double[] distances(double[][] points, int[] labels, int point, int k) {
        double[] sums = new double[k];
        for (int i = 0; i < points.length; i++) {
            sums[labels[i]] += Vectors.distance(points[point], points[i]);
        }
        return sums;
    }

    private static double of(int own, double[] distances, int[] sizes) {
        double other = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < sizes.length; segment++) {
            if (segment != own && sizes[segment] > 0) {
                other = Math.min(other, distances[segment] / sizes[segment]);
            }
        }
        if (sizes[own] == 1 || other == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double within = distances[own] / (sizes[own] - 1);
        double larger = Math.max(within, other);
        return larger == 0 ? 0 : (other - within) / larger;
    }
}
