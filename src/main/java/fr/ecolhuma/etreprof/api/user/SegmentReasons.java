package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why a user is in a segment and not in the next best one.
 *
 * <p>The difference of the squared distances to the two centroids is a sum over features; the features that add most to
 * it are the reasons.
 */
record SegmentReasons(List<Because> because, SecondBest secondBest) {

    private static final int LISTED = 3;
    private static final double CENTS = 100;

    /** A feature, the user's count and the means it compares with, two decimals. */
    record Because(String feature, int value, double clusterMean, double populationMean) {}

    /** The next best segment, and how much farther its centroid is, in standard deviations of the scaled features. */
    record SecondBest(int id, double margin) {}

    static SegmentReasons of(TrainedModel model, int row, List<Double> populationMeans) {
        SegmentModel segments = model.segments();
        int[] counts = model.users().counts().row(row);
        double[] distances = segments.distances(counts);
        int own = model.users().segment(row);
        int second = IntStream.range(0, distances.length)
                .filter(segment -> segment != own)
                .boxed()
                .min(Comparator.comparingDouble(segment -> distances[segment]))
                .orElse(own);
        return new SegmentReasons(
                because(model, counts, own, second, populationMeans),
                new SecondBest(second, rounded(distances[second] - distances[own])));
    }

    private static List<Because> because(
            TrainedModel model, int[] counts, int own, int second, List<Double> populationMeans) {
        double[] point = model.segments().scaler().transform(counts);
        double[] near = model.segments().centroid(own);
        double[] far = model.segments().centroid(second);
        double[] advantages = new double[point.length];
        for (int j = 0; j < advantages.length; j++) {
            advantages[j] = advantage(point[j], near[j], far[j]);
        }
        List<String> columns = model.segments().columns();
        return Arrays.stream(TopItems.best(advantages, LISTED))
                .mapToObj(j -> because(model.profiles().get(own), columns.get(j), counts[j], populationMeans.get(j)))
                .toList();
    }

    private static double advantage(double x, double near, double far) {
        return (x - far) * (x - far) - (x - near) * (x - near);
    }

    private static Because because(SegmentProfile own, String feature, int value, double populationMean) {
        return new Because(feature, value, own.means().getOrDefault(feature, 0.0), rounded(populationMean));
    }

    private static double rounded(double number) {
        return Math.round(number * CENTS) / CENTS;
    }
}
