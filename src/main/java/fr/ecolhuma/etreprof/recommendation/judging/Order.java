package fr.ecolhuma.etreprof.recommendation.judging;

/** How rows to be foretold lie in time to those that are known. */
public enum Order {
    /** Anyhow, or times are not known. */
    NONE,
    /** After the known rows of their own user. */
    AFTER_EACH,
    /** After all known rows. */
    AFTER_ALL
}
