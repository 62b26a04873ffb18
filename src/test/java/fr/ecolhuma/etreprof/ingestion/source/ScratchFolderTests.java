package fr.ecolhuma.etreprof.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTests {

    private static final FileTime HOUR_AGO = FileTime.from(Instant.now().minusSeconds(3600));

    @TempDir
    Path parent;

    @Test
    void isGoneWithWhatIsInItWhenClosed() throws IOException {
        try (ScratchFolder folder = ScratchFolder.in(parent)) {
            Files.writeString(
                    Files.createDirectory(folder.path().resolve("spill")).resolve("block"), "bytes");
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path left = Files.createDirectory(parent.resolve("etreprof-1"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("events.duckdb"), "bytes");
        Files.setLastModifiedTime(left, HOUR_AGO);

        try (ScratchFolder folder = ScratchFolder.in(parent)) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void leavesWhatIsNotItsOwnOrIsBeingMade() throws IOException {
        Path other = Files.createDirectory(parent.resolve("etreprof-other"));
        Files.setLastModifiedTime(other, HOUR_AGO);
        Path young = Files.createDirectory(parent.resolve("etreprof-young"));
        Files.writeString(young.resolve("lock"), "");

        try (ScratchFolder folder = ScratchFolder.in(parent)) {
            assertThat(List.of(other, young, folder.path()))
                    .allSatisfy(path -> assertThat(path).isDirectory());
        }
    }

    @Test
    void leavesWhatThisProcessUses() throws IOException {
        try (ScratchFolder first = ScratchFolder.in(parent)) {
            Files.setLastModifiedTime(first.path(), HOUR_AGO);

            try (ScratchFolder second = ScratchFolder.in(parent)) {
                assertThat(second.path()).isNotEqualTo(first.path());
            }
            assertThat(first.path()).isDirectory();
        }
    }

    @Test
    void leavesWhatAnotherProcessUsesUntilItIsKilled() throws Exception {
        Path used = Files.createDirectory(parent.resolve("etreprof-2"));
        Path lock = Files.writeString(used.resolve("lock"), "");
        Process other = new ProcessBuilder(java(), Holder.source(parent).toString(), lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('l');
            Files.setLastModifiedTime(used, HOUR_AGO);
            ScratchFolder.in(parent).close();
            assertThat(used).isDirectory();
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        ScratchFolder.in(parent).close();
        assertThat(used).doesNotExist();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /** A program that locks a file, says so and stays. */
    private static final class Holder {

        static Path source(Path folder) throws IOException {
            return Files.writeString(folder.resolve("Holder.java"), """
                    public final class Holder {
                        public static void main(String[] args) throws Exception {
                            var channel = java.nio.channels.FileChannel.open(
                                    java.nio.file.Path.of(args[0]), java.nio.file.StandardOpenOption.WRITE);
                            channel.lock();
                            System.out.print('l');
                            System.out.flush();
                            Thread.sleep(60_000);
                        }
                    }
                    """);
        }
    }
}
