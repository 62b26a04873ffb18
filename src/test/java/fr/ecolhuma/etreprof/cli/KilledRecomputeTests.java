package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recompute that SIGKILL ends leaves the last published version whole, whenever it comes. */
@Timeout(60)
class KilledRecomputeTests {

    private static final List<String> STAGES =
            List.of("reading the exports", "learning the themes", "ranking the contents", "publishing the model");

    @TempDir
    Path folder;

    @Test
    void theLastPublishedVersionIsWholeAfterwards() throws Exception {
        SplittableRandom random = new SplittableRandom();
        try (ExecutorService threads = Executors.newFixedThreadPool(STAGES.size())) {
            List<Future<?>> kills = STAGES.stream()
                    .<Future<?>>map(stage -> {
                        long millis = random.nextLong(stage.startsWith("publishing") ? 150 : 400);
                        Path home = folder.resolve(stage);
                        return threads.submit(() -> killAt(home, stage, millis));
                    })
                    .toList();
            for (Future<?> kill : kills) {
                kill.get();
            }
        }
    }

    private static void killAt(Path home, String stage, long millis) {
        Path models = home.resolve("models");
        SnapshotStore store = new SnapshotStore(models);
        String before = store.save(TestData.model());
        store.makeCurrent(before);
        new ModelHistory(models)
                .append(new ModelHistory.Entry(
                        Instant.EPOCH, before, null, ModelHistory.Action.PUBLISHED, "test", false, null, null, null));
        String seen = kill(home, TestData.exports(home.resolve("exports"), Map.of(400, 2)), stage, millis);
        String when = "%s + %d ms:%n%s".formatted(stage, millis, seen);
        assertThat(seen).as(when).contains(stage);
        Snapshot served = store.loadCurrent().orElseThrow();
        assertThat(served.model().users().size()).as(when).isEqualTo(60);
        assertThat(served.model().quality().sizes().get(2))
                .as(when)
                .isEqualTo(served.version().equals(before) ? 6 : 7);
        List<ModelHistory.Entry> entries = new ModelHistory(models).entries();
        assertThat(entries.getLast().version()).as(when).isIn(before, served.version());
    }

    /** What it had told when it was killed. */
    private static String kill(Path home, Exports exports, String stage, long millis) {
        try {
            Process process = recompute(home, exports).start();
            try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
                StringBuilder seen = new StringBuilder();
                for (String line = told.readLine(); line != null; line = told.readLine()) {
                    seen.append(line).append('\n');
                    if (line.contains(stage)) {
                        Thread.sleep(millis);
                        break;
                    }
                }
                return seen.toString();
            } finally {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder recompute(Path home, Exports exports) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Detreprof.models-dir=" + home.resolve("models"),
                        "-Detreprof.data-dir=" + home.resolve("data"),
                        "-Detreprof.threads=1",
                        "-Detreprof.memory-limit=200MB",
                        EtreprofApplication.class.getName(),
                        "recompute",
                        "--force",
                        "--users",
                        exports.users(),
                        "--contents",
                        exports.contents(),
                        "--interactions",
                        exports.interactions())
                .redirectErrorStream(true);
    }
}
