package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.segmentation.SegmentModel;
import java.nio.file.Path;

/**
 * The users of a version and the model that tells their segments.
 *
 * @param version its name
 */
public record SegmentedUsers(String version, SegmentModel segments, UserIndex users) {

    static SegmentedUsers read(Path folder) {
        Manifest manifest = Manifest.read(folder, SegmentsFile.NAME, UsersFile.NAME);
        SegmentsFile segments = SegmentsFile.read(folder);
        UserIndex users =
                UsersFile.read(folder, segments.columns(), segments.quality().sizes());
        return new SegmentedUsers(manifest.version(), segments.model(), users);
    }

    /** Those of a version that is served. */
    public static SegmentedUsers of(Snapshot snapshot) {
        return new SegmentedUsers(
                snapshot.version(),
                snapshot.model().segments(),
                snapshot.model().users());
    }
}
