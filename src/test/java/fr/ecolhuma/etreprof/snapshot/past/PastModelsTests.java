package fr.ecolhuma.etreprof.snapshot.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PastModelsTests {

    private static final FileTime UNCHANGED = FileTime.fromMillis(1_000_000);

    @TempDir
    Path models;

    private Instant now = Instant.EPOCH;
    private String version;
    private Path segments;
    private Path aside;

    private PastModels brokenModels() throws IOException {
        version = new SnapshotStore(models).save(TestData.model());
        segments = models.resolve(version).resolve("segments.json");
        aside = models.resolve(version).resolve("aside");
        Files.move(segments, aside);
        Files.setLastModifiedTime(models, UNCHANGED);
        return new PastModels(models, new Erasures(models), () -> now);
    }

    private void mend() throws IOException {
        Files.move(aside, segments);
        Files.setLastModifiedTime(models, UNCHANGED);
    }

    @Test
    void aVersionThatCannotBeReadIsLoggedOnceAndTriedAgainAMinuteLater(CapturedOutput output) throws IOException {
        PastModels past = brokenModels();
        assertThat(past.all()).isEmpty();
        now = now.plusSeconds(60);
        assertThat(past.all()).isEmpty();
        assertThat(output.getOut())
                .containsOnlyOnce("model %s is left out of histories and comparisons: ".formatted(version));
        mend();
        now = now.plusSeconds(59);
        assertThat(past.all()).as("not at every request").isEmpty();
        now = now.plusSeconds(1);
        assertThat(past.all()).extracting(PastModel::version).containsExactly(version);
    }

    @Test
    void itIsTriedAgainAtOnceWhenTheFolderHasChanged() throws IOException {
        PastModels past = brokenModels();
        assertThat(past.all()).isEmpty();
        mend();
        Files.setLastModifiedTime(models, FileTime.fromMillis(2_000_000));
        assertThat(past.all()).extracting(PastModel::version).containsExactly(version);
    }
}
