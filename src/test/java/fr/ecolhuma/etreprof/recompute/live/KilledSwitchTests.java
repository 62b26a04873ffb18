package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history has every version that was live, also where the line could not be written at its time. */
class KilledSwitchTests {

    private static final Instant NOON = Instant.parse("2040-03-01T12:00:00Z");

    @TempDir
    Path models;

    private ModelHistory history;
    private SnapshotStore store;

    @BeforeEach
    void open() {
        history = new ModelHistory(models);
        store = new SnapshotStore(models);
    }

    private static ModelSwitch live(Path models, CurrentSnapshot current) {
        return new ModelSwitch(
                new SnapshotStore(models),
                new DataExports(models.resolve("data"), ';'),
                current,
                new ModelHistory(models),
                TestModels.RETENTION,
                Clock.systemUTC());
    }

    private static Snapshot saved(SnapshotStore store, String name) {
        return store.load(store.save(TestModels.of(name)));
    }

    private static SwitchCause cause(boolean forced) {
        return new SwitchCause(
                ModelHistory.Action.PUBLISHED, "a process", forced, Duration.ofSeconds(3), "of exports", null);
    }

    private Snapshot published(String name) {
        Snapshot snapshot = saved(store, name);
        assertThat(live(models, new CurrentSnapshot()).publish(snapshot, cause(false)))
                .isEmpty();
        return snapshot;
    }

    private void start() {
        new ModelLoader(store, new CurrentSnapshot(), history, Clock.systemUTC()).load();
    }

    @Test
    void theNextStartAddsTheLineOfAKilledProcess() throws Exception {
        Snapshot first = published("1");
        String second = killedAfterTheSwitch();
        assertThat(store.currentName()).hasValue(second);
        assertThat(history.entries()).extracting(ModelHistory.Entry::version).containsExactly(first.version());
        ModelHistory.Entry announced = history.announced().orElseThrow();

        start();
        start();

        assertThat(history.entries()).extracting(ModelHistory.Entry::version).containsExactly(first.version(), second);
        ModelHistory.Entry line = history.entries().getLast();
        assertThat(line).isEqualTo(announced);
        assertThat(history.announced()).as("it is told").isEmpty();
        assertThat(line.previous()).isEqualTo(first.version());
        assertThat(line.by()).isEqualTo("a process");
        assertThat(line.forced()).isTrue();
        assertThat(line.durationMs()).isEqualTo(3_000);
        assertThat(line.exports()).isEqualTo("of exports");
        assertThat(line.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void theNextChangeAddsItToo() throws Exception {
        Snapshot first = published("1");
        String second = killedAfterTheSwitch();

        CurrentSnapshot served = new CurrentSnapshot();
        served.publish(first);
        live(models, served).publish(saved(store, "3"), cause(false));

        assertThat(history.entries())
                .extracting(ModelHistory.Entry::version)
                .containsExactly(first.version(), second, store.currentName().orElseThrow());
        assertThat(history.entries().getLast().previous()).isEqualTo(second);
    }

    @Test
    void whatNobodyAnnouncedIsToldAsFarAsItIsKnown() throws IOException {
        Snapshot first = published("1");
        Snapshot second = saved(store, "2");
        store.makeCurrent(second.version());
        Files.setLastModifiedTime(models.resolve("CURRENT"), FileTime.from(NOON));

        start();
        start();

        assertThat(history.entries()).hasSize(2);
        assertThat(history.entries().getLast())
                .isEqualTo(new ModelHistory.Entry(
                        NOON,
                        second.version(),
                        first.version(),
                        ModelHistory.Action.PUBLISHED,
                        "unknown",
                        false,
                        null,
                        null,
                        "found live; the time is that of its file, the cause is unknown"));
    }

    @Test
    void theModelThatCameWithTheServiceGetsItsLineAtTheFirstStart() throws IOException {
        String shipped = saved(store, "1").version();
        store.makeCurrent(shipped);
        Files.setLastModifiedTime(models.resolve("CURRENT"), FileTime.from(NOON));

        start();
        start();

        assertThat(history.entries())
                .containsExactly(new ModelHistory.Entry(
                        NOON,
                        shipped,
                        null,
                        ModelHistory.Action.PUBLISHED,
                        "start",
                        false,
                        null,
                        null,
                        "came with the service; the time is that of its file"));
    }

    @Test
    void aRecoveryIsNoMissingLine() throws IOException {
        Snapshot first = published("1");
        Snapshot second = published("2");
        Path users = models.resolve(second.version()).resolve("users.csv");
        byte[] sound = Files.readAllBytes(users);
        Files.writeString(users, "broken");
        start();
        assertThat(history.entries().getLast().action()).isEqualTo(ModelHistory.Action.RECOVERED);
        Files.write(users, sound);

        start();

        assertThat(history.entries())
                .extracting(ModelHistory.Entry::version)
                .containsExactly(first.version(), second.version(), first.version());
    }

    @Test
    void aChangeThatCouldNotBeMadeIsNotTold() throws IOException {
        Snapshot first = published("1");
        Snapshot second = saved(store, "2");
        CurrentSnapshot served = new CurrentSnapshot();
        served.publish(first);
        ModelSwitch live = new ModelSwitch(
                new SnapshotStore(Files.createFile(models.resolve("a file"))),
                new DataExports(models.resolve("data"), ';'),
                served,
                history,
                TestModels.RETENTION,
                Clock.systemUTC());
        assertThat(catchThrowable(() -> live.publish(second, cause(false)))).isNotNull();

        assertThat(history.announced()).isEmpty();
    }

    @Test
    void twoProcessesThatAddTheSameLineMakeOne() {
        Snapshot first = published("1");
        history.append(history.entries().getLast());

        assertThat(history.entries()).extracting(ModelHistory.Entry::version).containsExactly(first.version());
    }

    /** The version that a process had just made current when it was killed. */
    private String killedAfterTheSwitch() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        models.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.getInputStream().readNBytes(1)).containsExactly('!');
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        return store.currentName().orElseThrow();
    }

    /** A program that stops, and says so, between the change of what is live and its line. */
    static final class Publisher {

        private Publisher() {}

        public static void main(String[] arguments) {
            Path models = Path.of(arguments[0]);
            AtomicInteger admitted = new AtomicInteger();
            CurrentSnapshot current = new CurrentSnapshot(snapshot -> {
                if (admitted.incrementAndGet() == 2) {
                    System.out.write('!');
                    System.out.flush();
                    waitForEver();
                }
                return snapshot;
            });
            live(models, current).publish(saved(new SnapshotStore(models), "2"), cause(true));
        }

        private static void waitForEver() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
