package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.cluster.KMeans;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import smile.validation.metric.AdjustedRandIndex;

/**
 * Bootstrap samples of weighted points, the same for every number of segments: the same number of users, drawn with
 * replacement.
 */
final class Resamples {

    private final Points points;
    private final int[] pointOfUser;
    private final List<Points> samples;
    private final long seed;

    private Resamples(Points points, int[] pointOfUser, List<Points> samples, long seed) {
        this.points = points;
        this.pointOfUser = pointOfUser;
        this.samples = samples;
        this.seed = seed;
    }

    /** @param users the sum of the points' weights */
    static Resamples of(Points points, int users, int count, long seed) {
        int[] pointOfUser = new int[users];
        int end = 0;
        for (int point = 0; point < points.size(); point++) {
            Arrays.fill(pointOfUser, end, end + points.weight(point), point);
            end += points.weight(point);
        }
        List<Points> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(points.reweighted(draw(pointOfUser, points.size(), new SplittableRandom(seed + i))));
        }
        return new Resamples(points, pointOfUser, samples, seed);
    }

    private static int[] draw(int[] pointOfUser, int points, SplittableRandom random) {
        int[] weights = new int[points];
        for (int i = 0; i < pointOfUser.length; i++) {
            weights[pointOfUser[random.nextInt(pointOfUser.length)]]++;
        }
        return weights;
    }

    /**
     * The mean adjusted Rand index (Hubert and Arabie, 1985) between a segmentation of all users and the segmentations
     * of the samples, each extended to all users by the nearest centroid. Samples with fewer different points than
     * segments are left out.
     *
     * @param labels one per point
     */
    double stability(int[] labels, int k, int restarts) {
        int[] ofUsers = ofUsers(labels);
        return samples.stream()
                .filter(sample -> sample.size() >= k)
                .mapToDouble(sample -> agreement(ofUsers, sample, k, restarts))
                .average()
                .orElse(0);
    }

    private double agreement(int[] ofUsers, Points sample, int k, int restarts) {
        double[][] centroids = KMeans.fit(sample, k, restarts, seed, 1).centroids();
        return AdjustedRandIndex.of(ofUsers, ofUsers(points.nearest(centroids)));
    }

    private int[] ofUsers(int[] labels) {
        return Arrays.stream(pointOfUser).map(point -> labels[point]).toArray();
    }
}
