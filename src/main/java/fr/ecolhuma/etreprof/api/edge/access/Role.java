package fr.ecolhuma.etreprof.api.edge.access;

/** What a key lets its bearer do. */
public enum Role {
    /** Ask everything. */
    READER,
    /** Change what is live, too. */
    ADMIN
}
