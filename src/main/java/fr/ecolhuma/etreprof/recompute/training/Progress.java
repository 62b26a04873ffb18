package fr.ecolhuma.etreprof.recompute.training;

import java.util.concurrent.CancellationException;

/** Gets the progress of a run. */
public interface Progress {

    /** Goes nowhere. */
    Progress NONE = stage -> {};

    /** A stage begins. */
    void stage(Stage stage);

    /** So many rows of the exports have been read. */
    default void rows(long read) {}

    /**
     * What was made is about to count; from here on nothing stops the run.
     *
     * @throws CancellationException if it was to stop before
     */
    default void commit() {
        requireNotCancelled();
    }

    /**
     * Stops a run whose thread was interrupted.
     *
     * @throws CancellationException if it was
     */
    static void requireNotCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the recompute was cancelled");
        }
    }

    /** The stages of a run, in order. */
    enum Stage {
        FEATURES("features", "reading the exports", 0),
        THEMES("themes", "learning the themes", 35),
        SEGMENTATION("segmentation", "finding the segments", 45),
        RECOMMENDATION("recommendation", "ranking the contents", 55),
        PUBLICATION("publication", "publishing the model", 90),
        DONE("done", "done", 100);

        private final String code;
        private final String label;
        private final int percent;

        Stage(String code, String label, int percent) {
            this.code = code;
            this.label = label;
            this.percent = percent;
        }

        /** Its name in metrics. */
        public String code() {
            return code;
        }

        /** About how much of the work is over when this one begins. */
        public int percent() {
            return percent;
        }

        /** What is being done, for people. */
        public String label() {
            return label;
        }
    }
}
