package fr.ecolhuma.etreprof.api.edge.access;

/** The rights of a key. */
public enum Role {
    /** Read everything. */
    READER,
    /** Read everything and change what is live. */
    ADMIN
}
