package fr.ecolhuma.etreprof.segmentation;

import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;

/**
 * The quality of a segmentation, in scaled space.
 *
 * @param inertia sum over all users of the squared distance to their centroid; less is better
 * @param silhouette from -1 to 1, over a sample of at most 2,000 users, every n-th row; more is better
 * @param daviesBouldin over all users; less is better
 * @param calinskiHarabasz over all users; more is better
 * @param sizes users of each segment, in id order
 */
public record SegmentationQuality(
        double inertia, double silhouette, double daviesBouldin, double calinskiHarabasz, List<Integer> sizes) {

    public static final int SAMPLE = 2_000;

    public SegmentationQuality {
        sizes = List.copyOf(sizes);
    }

    /** Measures a model on the rows to which it was fitted. */
    static SegmentationQuality of(DistinctRows rows, Points points, SegmentModel model, Assignments assignments) {
        int[] labels = new int[points.size()];
        for (int row = 0; row < assignments.size(); row++) {
            labels[rows.groupOf(row)] = assignments.segment(row);
        }
        double[][] centroids = new double[model.k()][];
        for (int segment = 0; segment < centroids.length; segment++) {
            centroids[segment] = model.centroid(segment);
        }
        Dispersion dispersion = new Dispersion(points, labels, centroids);
        return new SegmentationQuality(
                dispersion.inertia(),
                silhouette(rows, points, assignments, model.k()),
                dispersion.daviesBouldin(),
                dispersion.calinskiHarabasz(),
                assignments.counts());
    }

    private static double silhouette(DistinctRows rows, Points points, Assignments assignments, int k) {
        int step = Math.ceilDiv(assignments.size(), SAMPLE);
        int size = Math.ceilDiv(assignments.size(), step);
        double[][] sample = new double[size][];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            sample[i] = points.get(rows.groupOf(i * step));
            labels[i] = assignments.segment(i * step);
        }
        return Silhouette.mean(sample, labels, k);
    }
}
