package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why counts are in a segment and not in the second best one, whose centroid is the next nearest.
 *
 * @param segment the segment of the counts
 * @param second the second best; the segment itself in a model that has no other
 * @param margin how much farther the centroid of the second best is, in standard deviations of the scaled counts
 * @param because the columns of the counts with the greatest parts in {@link Advantage}, the greatest first; at most
 *     three
 */
public record SegmentExplanation(int segment, int second, double margin, List<Integer> because) {

    private static final int LISTED = 3;

    public SegmentExplanation {
        because = List.copyOf(because);
    }

    /**
     * The explanation of the segment of some counts.
     *
     * @throws IllegalArgumentException if the number of counts differs from the model's columns
     */
    public static SegmentExplanation of(Placement placement) {
        SegmentModel model = placement.model();
        int own = placement.segment();
        double[] distances = model.distances(placement.counts());
        int second = IntStream.range(0, distances.length)
                .filter(segment -> segment != own)
                .boxed()
                .min(Comparator.comparingDouble(segment -> distances[segment]))
                .orElse(own);
        return new SegmentExplanation(
                own,
                second,
                distances[second] - distances[own],
                Advantage.of(model, placement.counts(), own, second).greatest(LISTED));
    }
}
