package fr.ecolhuma.etreprof.snapshot.past;

/** The segment and the counts that a version has of one user. */
final class PastUser {

    private final int segment;
    private final int[] counts;

    PastUser(int segment, int[] counts) {
        this.segment = segment;
        this.counts = counts.clone();
    }

    /** The segment's id. */
    int segment() {
        return segment;
    }

    /** The behaviour counts, one a column of the version's segments. */
    int[] counts() {
        return counts.clone();
    }
}
