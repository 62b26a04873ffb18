package fr.ecolhuma.etreprof.segmentation.model;

/** The users given cannot be segmented; the message says what was found, what was expected and what to do. */
public final class SegmentationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SegmentationException(String message) {
        super(message);
    }
}
