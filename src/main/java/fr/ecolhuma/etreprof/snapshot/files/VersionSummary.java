package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A version without its users and contents.
 *
 * @param version its name
 * @param format of its files
 * @param files SHA-256 by file name
 * @param savedAt when its folder was written
 * @param provenance the origin of the version
 * @param quality the quality of its segments
 * @param profiles the figures of each segment, in id order
 */
public record VersionSummary(
        String version,
        int format,
        SortedMap<String, String> files,
        Instant savedAt,
        Provenance provenance,
        SegmentationQuality quality,
        List<SegmentProfile> profiles) {

    public VersionSummary {
        profiles = List.copyOf(profiles);
    }

    static VersionSummary read(Path folder) {
        Manifest manifest = Manifest.read(folder, SnapshotFiles.PROVENANCE, SegmentsFile.NAME);
        SegmentsFile segments = SegmentsFile.read(folder);
        return new VersionSummary(
                manifest.version(),
                manifest.format(),
                manifest.files(),
                savedAt(folder),
                ProvenanceFile.read(folder),
                segments.quality(),
                segments.profiles());
    }

    private static Instant savedAt(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(Manifest.NAME)).toInstant();
        } catch (IOException _) {
            throw new SnapshotException("%s is missing or unreadable; the version is broken".formatted(Manifest.NAME));
        }
    }
}
