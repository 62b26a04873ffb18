package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.Vectors;

/** The distances of weighted points to the centroids of their segments, and of the segments to each other. */
public final class Dispersion {

    private final double[][] centroids;
    private final double[] mean;
    private final long[] sizes;
    private final double[] distances;
    private double inertia;
    private long total;

    /** Measures points under labels, one per point, that index the centroids. */
    public Dispersion(Points points, int[] labels, double[][] centroids) {
        this.centroids = centroids;
        this.mean = new double[points.dimension()];
        this.sizes = new long[centroids.length];
        this.distances = new double[centroids.length];
        for (int i = 0; i < labels.length; i++) {
            double squared = points.squaredDistance(i, centroids[labels[i]]);
            inertia += points.weight(i) * squared;
            distances[labels[i]] += points.weight(i) * Math.sqrt(squared);
            sizes[labels[i]] += points.weight(i);
            total += points.weight(i);
            points.addTo(mean, i, points.weight(i));
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= total;
        }
    }

    /** The sum of squared distances to the centroids. */
    public double inertia() {
        return inertia;
    }

    /**
     * The mean over segments of the worst {@code (si + sj) / d(ci, cj)}, s the mean distance to the centroid (Davies
     * and Bouldin, 1979); less is better.
     */
    public double daviesBouldin() {
        double sum = 0;
        for (int a = 0; a < centroids.length; a++) {
            double worst = 0;
            for (int b = 0; b < centroids.length; b++) {
                worst = a == b ? worst : Math.max(worst, overlap(a, b));
            }
            sum += worst;
        }
        return sum / centroids.length;
    }

    private double overlap(int a, int b) {
        double apart = Vectors.distance(centroids[a], centroids[b]);
        return apart == 0 ? 0 : (spread(a) + spread(b)) / apart;
    }

    private double spread(int segment) {
        return sizes[segment] == 0 ? 0 : distances[segment] / sizes[segment];
    }

    /**
     * The variance between segments divided by the variance within, {@code (B / (k - 1)) / (W / (n - k))} (Calinski and
     * Harabasz, 1974); more is better. Without variance within, it is 1 by convention.
     */
    public double calinskiHarabasz() {
        double between = 0;
        for (int c = 0; c < centroids.length; c++) {
            between += sizes[c] * Vectors.squaredDistance(centroids[c], mean);
        }
        return inertia == 0 ? 1 : between / (centroids.length - 1) / (inertia / (total - centroids.length));
    }
}
