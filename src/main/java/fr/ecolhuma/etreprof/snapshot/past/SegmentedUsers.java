package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;

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
