package fr.ecolhuma.etreprof.recommendation.judging;

/** The order in time of the rows to predict and the known rows. */
public enum Order {
    /** Any order, or times are unknown. */
    NONE,
    /** Each row is after the known rows of its own user. */
    AFTER_EACH,
    /** Each row is after all known rows. */
    AFTER_ALL
}
