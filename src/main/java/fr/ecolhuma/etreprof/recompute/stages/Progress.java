package fr.ecolhuma.etreprof.recompute.stages;

import java.util.concurrent.CancellationException;

/** Receives the progress of a run. */
public interface Progress {

    /** Ignores the progress. */
    Progress NONE = stage -> {};

    /** Called when a stage begins. */
    void stage(Stage stage);

    /** Called with the number of rows of the exports read so far. */
    default void rows(long read) {}

    /**
     * Called just before the model is published; from here on nothing stops the run.
     *
     * @throws CancellationException if the run was asked to stop before
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

        /** The approximate share of the work that is done when this stage begins, in percent. */
        public int percent() {
            return percent;
        }

        /** The work of the stage, for people. */
        public String label() {
            return label;
        }
    }
}
