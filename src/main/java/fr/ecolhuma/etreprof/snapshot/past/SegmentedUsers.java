package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;

/**
 * The users of a version and the model that places them in segments.
 *
 * @param version its name
 */
public record SegmentedUsers(String version, SegmentModel segments, UserIndex users) {

    /** The users of a version in memory. */
    public static SegmentedUsers of(Snapshot snapshot) {
        return new SegmentedUsers(
                snapshot.version(),
                snapshot.model().segments(),
                snapshot.model().users());
    }

    /** The counts and the segment of the user at a row. */
    public Placement placement(int row) {
        return Placement.of(segments, users.counts().row(row), users.segment(row));
    }
}
