package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.SideFile;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The versions under the models folder, and {@code CURRENT}, the file that names the one to serve. */
public final class SnapshotStore {

    private static final String CURRENT = "CURRENT";
    private static final String FRESH = ".new-";
    private static final Pattern VERSION = Pattern.compile("\\d{8}-[0-9a-f]{12}");

    private final Path models;
    private final Embedder embedder;

    /**
     * Creates a store of versions that have learnt without an embedder.
     *
     * @param models the folder of all versions; created with the first save
     */
    public SnapshotStore(Path models) {
        this(models, Embedder.none());
    }

    /**
     * Creates a store.
     *
     * @param models the folder of all versions; created with the first save
     * @param embedder gives vectors to the classifiers that have learnt with it
     */
    public SnapshotStore(Path models, Embedder embedder) {
        this.models = models;
        this.embedder = embedder;
    }

    /**
     * Saves a model as a version of its own: a hidden folder, flushed, then renamed in one step. A sound version of
     * this name has the same bytes and stays; the time of its folder becomes that of the latest save.
     *
     * @return the name of the version
     * @throws SnapshotException if the folder cannot be written
     */
    public String save(TrainedModel model) {
        try {
            Disk.createFolders(models);
            Path fresh = Files.createTempDirectory(models, FRESH);
            try {
                Manifest manifest = SnapshotFiles.write(fresh, model);
                Disk.sync(fresh);
                Path target = models.resolve(manifest.version());
                if (!isSound(target)) {
                    Disk.remove(target);
                    fresh.toFile().setReadable(true, false);
                    fresh.toFile().setExecutable(true, false);
                    Disk.rename(fresh, target);
                } else {
                    Files.setLastModifiedTime(target, FileTime.from(Disk.now(models)));
                }
                return manifest.version();
            } finally {
                Disk.remove(fresh);
            }
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /** The time of a version's last save, including a save that found it there; empty if there is no such version. */
    public Optional<Instant> lastSaved(String version) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder(version)).toInstant());
        } catch (IOException | SnapshotException _) {
            return Optional.empty();
        }
    }

    /** Whether a version exists and has the bytes that were written. */
    public boolean isSound(String version) {
        return VERSION.matcher(version).matches() && isSound(models.resolve(version));
    }

    private static boolean isSound(Path version) {
        try {
            Manifest.read(version);
            return true;
        } catch (SnapshotException _) {
            return false;
        }
    }

    /**
     * Makes a version current: it is served from now on, also after a restart.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void makeCurrent(String version) {
        new SideFile(models.resolve(CURRENT)).write(version + "\n");
    }

    /** The name in {@code CURRENT}; empty when the file does not exist yet or cannot be read. */
    public Optional<String> currentName() {
        try {
            return Optional.of(Files.readString(models.resolve(CURRENT), StandardCharsets.UTF_8)
                    .strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The time at which {@code CURRENT} was written; empty when it does not exist yet. */
    public Optional<Instant> currentSince() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(models.resolve(CURRENT)).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * A small file about a version in its folder; it is not part of the version and has no digest in the manifest.
     *
     * @throws SnapshotException if there is no version of that name
     */
    public SideFile note(String version, String name) {
        return new SideFile(folder(version).resolve(name));
    }

    /** The names of all versions in the folder, sound or not, ascending. */
    public List<String> versions() {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(models)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> VERSION.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            throw new SnapshotException("the models folder cannot be read; check its permissions");
        }
    }

    /**
     * The summary of a version, read without its users.
     *
     * @throws SnapshotException if there is no such version, or a file that is read is not sound
     */
    public VersionSummary summary(String version) {
        return VersionSummary.read(folder(version));
    }

    /**
     * Removes a version, if it exists.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void remove(String version) {
        try {
            Disk.remove(folder(version));
        } catch (IOException | UncheckedIOException _) {
            throw new SnapshotException(
                    "the model version %s cannot be removed; check the permissions".formatted(version));
        }
    }

    /** The time by the clock that dates the versions' folders; empty when the folder cannot be written. */
    public Optional<Instant> now() {
        try {
            return Optional.of(Disk.now(models));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Removes the folders that killed saves have left, and the files that killed writes have left in any folder.
     *
     * @param age of a folder that no save fills any more
     */
    public void removeRemains(Duration age) {
        Disk.sweep(models, 2);
        try (Stream<Path> all = Files.list(models)) {
            Instant before = Disk.now(models).minus(age);
            for (Path path : all.toList()) {
                if (path.getFileName().toString().startsWith(FRESH)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                    Disk.remove(path);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // nothing depends on it; the next start tries again
        }
    }

    /**
     * Loads the version that {@code CURRENT} names; empty when {@code CURRENT} does not exist yet.
     *
     * @throws SnapshotException if it is not sound
     */
    public Optional<Snapshot> loadCurrent() {
        Path current = models.resolve(CURRENT);
        if (!Files.exists(current)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    load(Files.readString(current, StandardCharsets.UTF_8).strip()));
        } catch (IOException _) {
            throw new SnapshotException(
                    "%s cannot be read; expected a file with the name of a version; check its permissions, or remove it and promote a version"
                            .formatted(CURRENT));
        }
    }

    /**
     * Loads only the classifier of the version that {@code CURRENT} names; empty when there is none.
     *
     * @throws SnapshotException if the version is not sound
     */
    public Optional<ContentClassifier> currentClassifier() {
        return currentName().flatMap(version -> SnapshotFiles.readClassifier(folder(version), embedder));
    }

    /**
     * Loads a version.
     *
     * @throws SnapshotException if there is no such version or it is not sound
     */
    public Snapshot load(String version) {
        return SnapshotFiles.read(folder(version), embedder);
    }

    private Path folder(String version) {
        if (!VERSION.matcher(version).matches() || !Files.isDirectory(models.resolve(version))) {
            throw new SnapshotException("found no model version '%s'; expected a folder of that name such as %s"
                    .formatted(
                            version.length() > 40 ? version.substring(0, 40) + "…" : version, "20250710-0123456789ab"));
        }
        return models.resolve(version);
    }
}
