package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The models folder of format 1 that is kept in the tests, written by hand, and damaged copies of it. */
public final class GoldenModels {

    static final String VERSION = "20250710-42261c286bb5";

    private GoldenModels() {}

    static Path folder() {
        return folder("golden-1");
    }

    /** The models folder of a name that is kept in the tests. */
    static Path folder(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(GoldenModels.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TrainedModel model() {
        return new SnapshotStore(folder()).load(VERSION).model();
    }

    /** Copies everything into a models folder; returns the copied version's folder. */
    static Path copyTo(Path models) throws IOException {
        Path version = Files.createDirectories(models.resolve(VERSION));
        Files.copy(folder().resolve("CURRENT"), models.resolve("CURRENT"));
        for (Path file : files(folder().resolve(VERSION))) {
            Files.copy(file, version.resolve(file.getFileName()));
        }
        return version;
    }

    /** Makes the manifest and the folder's name true again after a change, as one would who edits by hand. */
    static Path sealed(Path version) throws IOException {
        Manifest manifest = Manifest.of(Manifest.FORMAT_WITHOUT_CLASSIFIER, version, LocalDate.of(2025, 7, 10));
        Json.write(version.resolve(Manifest.NAME), manifest);
        return Files.move(version, version.resolveSibling(manifest.version()));
    }

    /** The message that a version is refused with, seen to tell nothing of the machine or the code. */
    static String refusal(Path version) {
        Path models = version.getParent();
        String name = version.getFileName().toString();
        SnapshotException refused =
                catchThrowableOfType(SnapshotException.class, () -> new SnapshotStore(models).load(name));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.getMessage())
                .doesNotContain(models.toString(), "java.", "tools.jackson", "ecolhuma", "Exception", "Snapshot");
        return refused.getMessage();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
