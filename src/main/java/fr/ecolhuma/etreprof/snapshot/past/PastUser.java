package fr.ecolhuma.etreprof.snapshot.past;

/** The segment and the counts of one user in a version. */
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

    /** The behaviour counts, one per column of the version's segments. */
    int[] counts() {
        return counts.clone();
    }
}
