package fr.ecolhuma.etreprof.api.edge.keys;

/** An action that a key may allow. */
public enum Right {
    /** Read everything except {@code /actuator}. */
    READ,
    /** Send events. */
    SEND,
    /** Decide on contents and lists. */
    DECIDE,
    /** Change what is live, read {@code /actuator}. */
    ADMINISTER
}
