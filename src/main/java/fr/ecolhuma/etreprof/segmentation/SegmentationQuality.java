package fr.ecolhuma.etreprof.segmentation;

import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The quality of a segmentation, in scaled space.
 *
 * @param inertia sum over all users of the squared distance to their centroid; less is better
 * @param silhouette from -1 to 1, over all users where they have at most 20,000 different sets of counts, else over
 *     5,000 of them, drawn by their ids; more is better
 * @param daviesBouldin over all users; less is better
 * @param calinskiHarabasz over all users; more is better
 * @param sizes users of each segment, in id order
 */
public record SegmentationQuality(
        double inertia, double silhouette, double daviesBouldin, double calinskiHarabasz, List<Integer> sizes) {

    private static final int MOST_DISTINCT = 20_000;
    private static final int SAMPLE = 5_000;

    public SegmentationQuality {
        sizes = List.copyOf(sizes);
    }

    /** All users. */
    public int users() {
        return sizes.stream().mapToInt(size -> size).sum();
    }

    /**
     * Measures a model on the rows to which it was fitted.
     *
     * @param ids the id of the user at a row
     * @param threads at least 1; it does not change the result
     */
    static SegmentationQuality of(
            DistinctRows rows,
            Points points,
            SegmentModel model,
            Assignments assignments,
            IntToLongFunction ids,
            int threads) {
        int[] labels = new int[points.size()];
        for (int row = 0; row < assignments.size(); row++) {
            labels[rows.groupOf(row)] = assignments.segment(row);
        }
        Dispersion dispersion = new Dispersion(points, labels, model.centroids());
        double silhouette = points.size() <= MOST_DISTINCT
                ? Silhouette.mean(points, labels, threads)
                : sampled(rows, points, labels, UserSample.rows(assignments.size(), SAMPLE, ids), threads);
        return new SegmentationQuality(
                dispersion.inertia(),
                silhouette,
                dispersion.daviesBouldin(),
                dispersion.calinskiHarabasz(),
                assignments.counts());
    }

    private static double sampled(DistinctRows rows, Points points, int[] labels, int[] sample, int threads) {
        int[] weights = new int[points.size()];
        for (int row : sample) {
            weights[rows.groupOf(row)]++;
        }
        int[] kept = IntStream.range(0, labels.length)
                .filter(point -> weights[point] > 0)
                .map(point -> labels[point])
                .toArray();
        return Silhouette.mean(points.reweighted(weights), kept, threads);
    }
}
