package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;
import java.util.Optional;

/**
 * The nearest change of counts that takes a user to another segment: of one count where that is enough, else of a few. The
 * model itself has confirmed it.
 *
 * <p>It shows where the border between segments is and no more: counts that belong together, such as uses of one kind and
 * uses in all, are changed one by one.
 *
 * @param segment where the changed counts lead
 * @param changes in column order, one at least
 * @param distance between the counts as they are and as changed, in standard deviations of the scaled counts
 */
public record NearestChange(int segment, List<Change> changes, double distance) {

    /** A count as it is and as it would have to be. */
    public record Change(String feature, int from, int to) {}

    public NearestChange {
        changes = List.copyOf(changes);
    }

    /**
     * The nearest change, or empty when no change within what users do leads elsewhere.
     *
     * @param counts one a column of the model, none below 0
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Optional<NearestChange> of(SegmentModel model, int[] counts) {
        return new ChangeSearch(model, counts).nearest();
    }
}
