package fr.ecolhuma.etreprof.segmentation.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k-means++ initialisation: each next centroid is a point drawn with a probability proportional to its weight times
 * its squared distance to the nearest centroid so far (Arthur and Vassilvitskii, 2007).
 */
final class PlusPlus {

    private PlusPlus() {}

    /** The first k centroids for a seed; there must be at least k distinct points. */
    static double[][] centroids(Points points, int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] nearest = new double[points.size()];
        Arrays.fill(nearest, 1);
        double[][] centroids = new double[k][];
        centroids[0] = points.get(draw(points, nearest, random.nextDouble()));
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int c = 1; c < k; c++) {
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], points.squaredDistance(i, centroids[c - 1]));
            }
            centroids[c] = points.get(draw(points, nearest, random.nextDouble()));
        }
        return centroids;
    }

    private static int draw(Points points, double[] importance, double uniform) {
        double total = 0;
        for (int i = 0; i < importance.length; i++) {
            total += points.weight(i) * importance[i];
        }
        double left = uniform * total;
        int drawn = 0;
        for (int i = 0; i < importance.length && left >= 0; i++) {
            if (importance[i] > 0) {
                left -= points.weight(i) * importance[i];
                drawn = i;
            }
        }
        return drawn;
    }
}
