package fr.ecolhuma.etreprof.recommendation.judging;

/** How the rows to predict lie in time to the known ones. */
public enum Order {
    /** Anyhow, or times are not known. */
    NONE,
    /** After the known rows of their own user. */
    AFTER_EACH,
    /** After all known rows. */
    AFTER_ALL
}
