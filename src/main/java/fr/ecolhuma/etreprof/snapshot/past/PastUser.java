package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.snapshot.model.UserIndex;

/** What a version says of one user. */
public final class PastUser {

    private final int segment;
    private final int[] counts;

    PastUser(int segment, int[] counts) {
        this.segment = segment;
        this.counts = counts.clone();
    }

    /** The user at a row of the version that is served. */
    public static PastUser of(UserIndex users, int row) {
        return new PastUser(users.segment(row), users.counts().row(row));
    }

    /** The segment's id. */
    public int segment() {
        return segment;
    }

    /** The behaviour counts, one a column of the version's segments. */
    public int[] counts() {
        return counts.clone();
    }
}
