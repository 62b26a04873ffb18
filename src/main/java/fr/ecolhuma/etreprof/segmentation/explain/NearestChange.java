package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;
import java.util.Optional;

/**
 * The nearest change of counts that takes a user to another segment: of one count if that is enough, else of a few. The
 * model itself has confirmed it.
 *
 * <p>It only shows the border between segments: counts that depend on each other, such as uses of one kind and all
 * uses, are changed one by one.
 *
 * @param segment the segment of the changed counts
 * @param changes in column order, at least one
 * @param distance between the present and the changed counts, in standard deviations of the scaled counts
 */
public record NearestChange(int segment, List<Change> changes, double distance) {

    /** A count now and after the change. */
    public record Change(String feature, int from, int to) {}

    public NearestChange {
        changes = List.copyOf(changes);
    }

    /**
     * The nearest change, or empty when no change within what users do leads to another segment.
     *
     * @param counts one per column of the model, none below 0
     * @throws IllegalArgumentException if the number of counts is wrong
     */
    public static Optional<NearestChange> of(SegmentModel model, int[] counts) {
        return new ChangeSearch(model, counts).nearest();
    }
}
