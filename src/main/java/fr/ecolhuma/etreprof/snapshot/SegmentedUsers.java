package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.segmentation.SegmentModel;

/**
 * The users of a version and the model that tells their segments.
 *
 * @param version its name
 */
public record SegmentedUsers(String version, SegmentModel segments, UserIndex users) {

    /** Those of a version that is served. */
    public static SegmentedUsers of(Snapshot snapshot) {
        return new SegmentedUsers(
                snapshot.version(),
                snapshot.model().segments(),
                snapshot.model().users());
    }
}
