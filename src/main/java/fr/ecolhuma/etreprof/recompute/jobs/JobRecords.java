package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.disk.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * The last runs: the folder {@code jobs} beside the versions, one file per run, so that a restart and
 * other instances on the same volume know them.
 */
public final class JobRecords {

    private static final int MOST = 50;
    private static final String SUFFIX = ".json";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path folder;

    public JobRecords(Path models) {
        this.folder = models.resolve("jobs");
    }

    /**
     * Keeps a run; only the last fifty are kept.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    void keep(JobRecord job) {
        try {
            Disk.createFolders(folder);
            new StateFile<>(folder.resolve(job.id() + SUFFIX), JobRecord.class).write(job);
            for (Path old : files().stream().skip(MOST).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /**
     * Writes the runs again that name some users, each without them and with the time that its file had.
     *
     * @throws SnapshotException if the folder cannot be read or written
     */
    public void leaveOut(LongPredicate users) {
        try {
            for (Path file : files()) {
                StateFile<JobRecord> kept = new StateFile<>(file, JobRecord.class);
                JobRecord job = kept.read().orElse(null);
                JobRecord left = job == null ? null : job.without(users);
                if (left != null && !left.equals(job)) {
                    FileTime written = Files.getLastModifiedTime(file);
                    kept.write(left);
                    Files.setLastModifiedTime(file, written);
                }
            }
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /** The run of an id, as long as it is kept. */
    Optional<JobRecord> find(String id) {
        return id.matches(ID) ? read(folder.resolve(id + SUFFIX)) : Optional.empty();
    }

    /** All runs that are kept, the latest first. */
    List<JobRecord> all() {
        try {
            return files().stream().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new SnapshotException("the models folder cannot be read; check its permissions");
        }
    }

    /** The last run that a key began and that made a model, by the digest of the key. */
    Optional<JobRecord> ofKey(String key) {
        try {
            return files().stream()
                    .flatMap(file -> read(file).stream())
                    .filter(job -> job.madeModel() && key.equals(job.key()))
                    .findFirst();
        } catch (IOException e) {
            throw new SnapshotException("the models folder cannot be read; check its permissions");
        }
    }

    /** All records, the latest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }

    /**
     * Reads a record; skips a file that is incomplete after a kill, or that another version of the service has written.
     */
    private static Optional<JobRecord> read(Path file) {
        return new StateFile<>(file, JobRecord.class).read();
    }
}
