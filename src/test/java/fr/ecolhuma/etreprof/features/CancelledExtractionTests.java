package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineLoad;
import fr.ecolhuma.etreprof.ingestion.file.CsvTable;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.source.InputDigests;
import fr.ecolhuma.etreprof.ingestion.source.InputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who no longer waits for an extraction gets the machine back at once. */
@Timeout(60)
class CancelledExtractionTests {

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void nothingIsLeftOfOneThatIsInterruptedAtTheStart() throws IOException {
        ExportFolder exports = ExportFolder.oracle(folder);
        Thread.currentThread().interrupt();

        // the folder of exports looks whether anything is left behind
        assertThatThrownBy(exports::extract).isInstanceOf(ExportException.class);
        assertThat(openFiles()).isZero();
    }

    @Test
    void aTableStopsBeforeTheNextRow() throws IOException {
        ExportFolder.sound(folder);
        try (CsvTable table =
                CsvTable.open(ExportFile.at("contents", "contents.csv", folder.resolve("contents.csv")))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(table::next).isInstanceOf(CancellationException.class);
        }
        assertThat(openFiles()).isZero();
    }

    /** 64 GB without a block on the disk, a minute's reading for the fastest processor. */
    @Test
    void theDigestsOfBigFilesAreGivenUp() throws IOException {
        Path sparse = folder.resolve("interactions.csv");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(64L << 30);
        }
        ExportFile big = new ExportFile("interactions", "interactions.csv", sparse, ExportFile.Format.CSV);

        long start = System.nanoTime();
        InputDigests.start(new InputFiles(big, big, big, null).all()).close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(openFiles()).isZero();
    }

    /** In a process of its own, where nobody has loaded the engine. */
    @Test
    void whoIsInterruptedDoesNotWaitForTheEngineNorSpoilIt() throws Exception {
        Process cold = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream told = cold.getInputStream()) {
            assertThat(new String(told.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "the extraction was interrupted; start it again, the engine still loads",
                            "the engine answers 42");
        } finally {
            cold.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Files of the folder that this process holds open. */
    private long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(this::isInFolder).count();
        }
    }

    private boolean isInFolder(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** A program that is interrupted while the engine loads, and then uses it. */
    static final class ColdStart {

        private ColdStart() {}

        public static void main(String[] arguments) throws Exception {
            Thread.currentThread().interrupt();
            try {
                EngineLoad.await();
                tell("it was loaded at once");
            } catch (ExportException e) {
                tell(e.getMessage() + (isLoading() ? ", the engine still loads" : ", the engine is loaded"));
            }
            Thread.interrupted();
            Path scratch = Files.createTempDirectory("cold-start-");
            try (DuckDb engine = DuckDb.open(scratch, ExportFolder.SETTINGS)) {
                engine.query("SELECT 42", row -> tell("the engine answers " + row.getInt(1)));
            }
            Files.deleteIfExists(scratch.resolve("scratch.db"));
            Files.deleteIfExists(scratch);
        }

        private static boolean isLoading() {
            return Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("engine-load"));
        }

        private static void tell(String line) {
            System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8), 0, line.length() + 1);
            System.out.flush();
        }
    }
}
