package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CurrentWatchTests {

    @TempDir
    Path models;

    @TempDir
    Path data;

    private final CurrentSnapshot current = new CurrentSnapshot();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(CurrentWatch.class);
    private SnapshotStore store;
    private CurrentWatch watch;

    @BeforeEach
    void serve() {
        store = new SnapshotStore(models);
        watch = watch(current);
        current.publish(TestData.snapshot());
        logger.setLevel(Level.INFO);
        logger.addAppender(logged);
        logged.start();
    }

    private CurrentWatch watch(CurrentSnapshot served) {
        return new CurrentWatch(
                store,
                served,
                new ModelSwitch(
                        store,
                        new DataExports(data, ';'),
                        served,
                        new ModelHistory(models),
                        new RetentionSettings(8, Duration.ofDays(14)),
                        Clock.systemUTC()));
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private void assertServedAsBefore() {
        assertThat(current.get()).containsSame(TestData.snapshot());
    }

    @Test
    void whatAnotherProcessMakesCurrentIsServed() {
        String version = new SnapshotStore(models).save(TestData.model());
        look(1);
        assertServedAsBefore();
        new SnapshotStore(models).makeCurrent(version);
        look(1);
        Snapshot served = current.get().orElseThrow();
        assertThat(served.version()).isEqualTo(version);
        look(2);
        assertThat(current.get()).as("loaded once").containsSame(served);
        assertThat(logged.list).hasSize(1);
    }

    @Test
    void whatIsNotThereYetIsToldOnceAndServedOnceItIs() throws IOException {
        String version = store.save(TestData.model());
        Path elsewhere = models.resolve("elsewhere");
        Files.move(models.resolve(version), elsewhere);
        store.makeCurrent(version);
        look(10);
        assertServedAsBefore();
        assertThat(logged.list)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getFormattedMessage()).contains("found no model version '" + version + "'"));
        Files.move(elsewhere, models.resolve(version));
        look(16);
        assertThat(current.get()).map(Snapshot::version).hasValue(version);
    }

    @Test
    void aHalfWrittenVersionIsNotServed() throws IOException {
        String version = store.save(TestData.model());
        store.makeCurrent(version);
        Path users = models.resolve(version).resolve("users.csv");
        byte[] whole = Files.readAllBytes(users);
        Files.write(users, Arrays.copyOf(whole, whole.length / 2));
        look(40);
        assertServedAsBefore();
        assertThat(logged.list).hasSize(1);
        Files.write(users, whole);
        look(17);
        assertThat(current.get()).map(Snapshot::version).hasValue(version);
    }

    @Test
    void withoutTheFolderWhatIsServedStays() throws IOException {
        look(1);
        assertServedAsBefore();
        Files.writeString(models.resolve("CURRENT"), "../../etc");
        look(3);
        assertServedAsBefore();
        assertThat(logged.list).hasSize(1);
        Files.delete(models.resolve("CURRENT"));
        Files.delete(models);
        look(3);
        assertServedAsBefore();
    }

    @Test
    void whomAnotherInstanceErasesIsLeftOutWithinOneLook() throws IOException {
        Erasures own = new Erasures(models);
        CurrentSnapshot served = new CurrentSnapshot(snapshot -> {
            own.refresh();
            return own.left(snapshot);
        });
        served.publish(TestData.snapshot());
        CurrentWatch looking = watch(served);
        looking.look();
        assertThat(served.get()).as("nobody is erased").containsSame(TestData.snapshot());
        Erasures elsewhere = new Erasures(models);
        for (long user : new long[] {417, 418}) {
            elsewhere.add(user, Instant.parse("2026-01-01T00:00:00Z"));
            looking.look();
            Snapshot left = served.get().orElseThrow();
            assertThat(left.model().users().rowOf(user)).isEmpty();
            looking.look();
            assertThat(served.get()).as("made anew once").containsSame(left);
        }
        assertThat(served.get().orElseThrow().model().users().size()).isEqualTo(58);
        assertThat(Files.readAllLines(data.resolve("user_cluster_assignments.csv")))
                .as("the files of this instance too: a header and 58 users")
                .hasSize(59);
        Files.writeString(models.resolve("erased.csv"), "no list");
        look(1);
        looking.look();
        looking.look();
        assertThat(logged.list).as("told once").hasSize(1);
        assertThat(served.get().orElseThrow().model().users().size()).isEqualTo(58);
    }
}
