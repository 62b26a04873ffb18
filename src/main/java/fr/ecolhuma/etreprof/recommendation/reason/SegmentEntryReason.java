package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;

/** Writes the sentence that says why a content is on a segment's list. */
public final class SegmentEntryReason {

    private static final String SEGMENT = " de ce groupe";

    private final SegmentUsage usage;
    private final DefiLabels labels;

    /** @param usage of the segment */
    public SegmentEntryReason(SegmentUsage usage, DefiLabels labels) {
        this.usage = usage;
        this.labels = labels;
    }

    /**
     * The sentence for a content.
     *
     * @param content its row in the catalogue
     */
    public String of(CatalogueItem item, int content) {
        String sentence = UseReason.ofSegment(usage, content, "", SEGMENT);
        return item.isPriority() ? Subject.withDefi(sentence, item, labels) : sentence;
    }
}
