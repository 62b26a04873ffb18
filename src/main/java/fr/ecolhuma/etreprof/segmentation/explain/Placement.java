package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;

/** The counts of a user at one time, and the segment in which a model of that time places them. */
public final class Placement {

    private final SegmentModel model;
    private final int[] counts;
    private final int segment;

    private Placement(SegmentModel model, int[] counts, int segment) {
        this.model = model;
        this.counts = counts;
        this.segment = segment;
    }

    /**
     * Counts and their segment.
     *
     * @param counts one per column of the model
     */
    public static Placement of(SegmentModel model, int[] counts, int segment) {
        return new Placement(model, counts.clone(), segment);
    }

    /** The model that placed the counts. */
    public SegmentModel model() {
        return model;
    }

    /** The counts, one per column of the model. */
    int[] counts() {
        return counts.clone();
    }

    /** The segment's id. */
    public int segment() {
        return segment;
    }
}
