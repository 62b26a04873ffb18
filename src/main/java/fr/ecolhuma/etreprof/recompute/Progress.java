package fr.ecolhuma.etreprof.recompute;

/** Hears how far a run is. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = stage -> {};

    /** A stage begins. */
    void stage(Stage stage);

    /** The stages of a run, in order. */
    enum Stage {
        FEATURES("reading the exports", 0),
        SEGMENTATION("finding the segments", 1),
        RECOMMENDATION("ranking the contents", 2),
        PUBLICATION("publishing the model", 3),
        DONE("done", 4);

        private final String label;
        private final int done;

        Stage(String label, int done) {
            this.label = label;
            this.done = done;
        }

        /** How many stages are over when this one begins. */
        public int done() {
            return done;
        }

        /** What is being done, for people. */
        public String label() {
            return label;
        }
    }
}
