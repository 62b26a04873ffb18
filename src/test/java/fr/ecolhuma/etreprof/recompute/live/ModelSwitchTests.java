package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.recompute.UtcClock;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.Judgement;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is live after changes that succeed, fail, or meet what is broken. */
class ModelSwitchTests {

    private static final String FIRST_EXPORTS = "first exports";

    @TempDir
    Path folder;

    private Path models;
    private Path data;
    private SnapshotStore store;
    private ModelHistory history;
    private CurrentSnapshot current;
    private ModelSwitch live;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Runnable atTheTime = () -> {};

    /** Tells the test's time, and lets it act at the one moment a change asks for it: after the switch. */
    private final class TestClock extends UtcClock {

        @Override
        public Instant instant() {
            atTheTime.run();
            return now;
        }
    }

    @BeforeEach
    void makeSwitch() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        data = folder.resolve("data");
        store = new SnapshotStore(models);
        history = new ModelHistory(models);
        restart(8);
    }

    /** A process that has loaded nothing yet. */
    private void restart(int versions) {
        current = new CurrentSnapshot();
        live = new ModelSwitch(
                store,
                new DataExports(data, ';'),
                current,
                history,
                new RetentionSettings(versions, Duration.ofDays(14)),
                new TestClock());
    }

    private void load() {
        new ModelLoader(store, current, history, Clock.fixed(now, ZoneOffset.UTC)).load();
    }

    private Snapshot saved(String name) {
        return store.load(store.save(TestModels.of(name)));
    }

    private List<String> publish(Snapshot snapshot) {
        return live.publish(
                snapshot, new SwitchCause(ModelHistory.Action.PUBLISHED, "test", false, null, FIRST_EXPORTS, null));
    }

    private Snapshot published(String name) {
        Snapshot snapshot = saved(name);
        assertThat(publish(snapshot)).isEmpty();
        return snapshot;
    }

    private void damage(Snapshot snapshot) {
        try {
            Files.writeString(models.resolve(snapshot.version()).resolve("users.csv"), "broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void afterARecoveryThePreviousOneIsWhatWasServed() {
        Snapshot first = published("1");
        Snapshot second = published("2");
        damage(second);
        restart(8);
        load();
        assertThat(current.get()).map(Snapshot::version).hasValue(first.version());
        assertThat(live.liveVersion()).hasValue(first.version());
        ModelHistory.Entry recovered = history.entries().getLast();
        assertThat(recovered.action()).isEqualTo(ModelHistory.Action.RECOVERED);
        assertThat(recovered.exports())
                .as("so that the next run can be compared")
                .isEqualTo(FIRST_EXPORTS);
        Snapshot third = published("3");
        assertThat(history.entries().getLast().previous()).isEqualTo(first.version());
        assertThat(live.previous()).hasValue(first.version());
        assertThat(live.rollBack(null, "test").version()).isEqualTo(first.version());
        assertThat(history.entries().getLast().previous()).isEqualTo(third.version());
        assertThat(history.entries().getLast().exports()).isEqualTo(FIRST_EXPORTS);
    }

    @Test
    void aRollbackPassesOverWhatIsBroken() {
        Snapshot first = published("1");
        Snapshot second = published("2");
        published("3");
        damage(second);
        assertThat(live.rollBack(null, "test").version()).isEqualTo(first.version());
        assertThat(models.resolve("CURRENT")).hasContent(first.version());
    }

    @Test
    void whereNothingWasLiveBeforeARollbackIsRefused() {
        String message = "found no version that was live before this one; name one of GET /models";
        assertThatThrownBy(() -> live.rollBack(null, "test"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(message);
        Snapshot only = published("1");
        saved("a candidate");
        assertThat(live.previous()).isEmpty();
        assertThatThrownBy(() -> live.rollBack(null, "test")).hasMessage(message);
        assertThat(current.get()).map(Snapshot::version).hasValue(only.version());
        assertThat(history.entries()).hasSize(1);
    }

    @Test
    void aDamagedCandidateIsNotPromoted() {
        Snapshot before = published("1");
        Snapshot candidate = saved("2");
        judgement(0.01).write(store, candidate.version());
        damage(candidate);
        assertThatThrownBy(() -> live.promote(candidate.version(), "test", false))
                .isInstanceOf(SnapshotException.class)
                .hasMessageMatching("manifest\\.json: found users\\.csv with SHA-256 \\w{64}, expected \\w{64}");
        assertUntouched(before, 1);
    }

    /** 2 of 60 users are 0.0333 of them. */
    private static Judgement judgement(double least) {
        return new Judgement(
                "second exports",
                List.of(
                        GateFinding.atLeast("smallest_segment", 2 / 60.0, least),
                        GateFinding.atLeast("silhouette", 0.4, 0.05)));
    }

    @Test
    void whatGatesRefusedIsNotPromotedUnlessForced() {
        Snapshot before = published("1");
        Snapshot candidate = saved("2");
        judgement(0.05).write(store, candidate.version());
        assertThatThrownBy(() -> live.promote(candidate.version(), "test", false))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.candidate()).isEqualTo(candidate.version());
                    assertThat(refused.findings()).isEqualTo(judgement(0.05).findings());
                })
                .hasMessageContaining("smallest_segment: found 0.0333, limit at least 0.05;");
        assertUntouched(before, 1);

        live.promote(candidate.version(), "test", true);

        ModelHistory.Entry line = history.entries().getLast();
        assertThat(line.version()).isEqualTo(candidate.version());
        assertThat(line.action()).isEqualTo(ModelHistory.Action.PROMOTED);
        assertThat(line.forced()).isTrue();
        assertThat(line.note()).isEqualTo("forced despite: smallest_segment: found 0.0333, limit at least 0.05");
        assertThat(line.exports()).isEqualTo("second exports");
    }

    @Test
    void whatNoGateHasJudgedIsPromotedByForceOnly() {
        Snapshot before = published("1");
        Snapshot candidate = saved("2");
        assertThatThrownBy(() -> live.promote(candidate.version(), "test", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("judged: found 0, limit at least 1;");
        assertUntouched(before, 1);
        live.promote(candidate.version(), "test", true);
        assertThat(history.entries().getLast().note()).isEqualTo("forced despite: judged: found 0, limit at least 1");
        live.promote(before.version(), "test", false);
        assertThat(history.entries().getLast().forced())
                .as("it was live before")
                .isFalse();
    }

    @Test
    void whatGatesPassedNeedsNoForceAndIsNotToldAsForced() {
        published("1");
        Snapshot candidate = saved("2");
        judgement(0.01).write(store, candidate.version());
        live.promote(candidate.version(), "test", true);
        assertThat(history.entries().getLast().forced()).isFalse();
        assertThat(history.entries().getLast().note()).isNull();
    }

    @Test
    void aJudgementThatCannotBeReadDoesNotLetACandidatePass() throws IOException {
        Snapshot before = published("1");
        Snapshot candidate = saved("2");
        Files.writeString(models.resolve(candidate.version()).resolve("gates.json"), "{\"exports\": \"e");
        assertThatThrownBy(() -> live.promote(candidate.version(), "test", false))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("gates.json cannot be read; recompute to judge the version again");
        assertUntouched(before, 1);
    }

    @Test
    void aRollbackIsNoWayAroundTheGates() {
        Snapshot before = published("1");
        Snapshot candidate = saved("2");
        assertThatThrownBy(() -> live.rollBack(candidate.version(), "test"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("found %s, which was never live; promote it", candidate.version());
        assertUntouched(before, 1);
        assertThat(live.rollBack(before.version(), "test").version()).isEqualTo(before.version());
    }

    @Test
    void whatIsLiveAlreadyLeavesNoLine() {
        Snapshot only = published("1");
        assertThat(live.rollBack(only.version(), "test")).isSameAs(only);
        assertThat(live.promote(only.version(), "test", false)).isSameAs(only);
        assertThat(live.promote(only.version(), "test", true)).isSameAs(only);
        assertUntouched(only, 1);
    }

    @Test
    void whatAnotherProcessHasMadeLiveIsServedAndLeavesNoLine() {
        Snapshot first = published("1");
        Snapshot second = published("2");
        restart(8);
        current.publish(first);
        assertThat(live.rollBack(second.version(), "test").version()).isEqualTo(second.version());
        assertThat(current.get()).map(Snapshot::version).hasValue(second.version());
        assertThat(history.entries()).hasSize(2);
    }

    @Test
    void aRollbackToTheShippedVersionTakesNoExportsOfAnother() {
        Snapshot shipped = saved("shipped");
        store.makeCurrent(shipped.version());
        load();
        Snapshot own = published("1");
        assertThat(live.rollBack(null, "test").version()).isEqualTo(shipped.version());
        assertThat(history.entries())
                .extracting(ModelHistory.Entry::version)
                .containsExactly(shipped.version(), own.version(), shipped.version());
        assertThat(history.entries().getLast().exports()).isNull();
        assertThat(history.exportsOf(shipped.version())).isEmpty();
        assertThat(history.exportsOf(own.version())).hasValue(FIRST_EXPORTS);
    }

    @Test
    void anOldLineOfARollbackIsNotBelieved() {
        Snapshot shipped = saved("shipped");
        history.append(new ModelHistory.Entry(
                Instant.EPOCH,
                shipped.version(),
                null,
                ModelHistory.Action.ROLLED_BACK,
                "HTTP",
                false,
                null,
                FIRST_EXPORTS,
                null));
        assertThat(history.exportsOf(shipped.version())).isEmpty();
    }

    private void assertUntouched(Snapshot before, int entries) {
        assertThat(current.get()).containsSame(before);
        assertThat(store.currentName()).hasValue(before.version());
        assertThat(history.entries()).hasSize(entries);
    }

    @Test
    void aHistoryThatCannotBeWrittenStopsTheChangeBeforeItIsMade() throws IOException {
        Snapshot before = published("1");
        Map<String, String> texts = written();
        replaceByBrokenLink(models.resolve("history.jsonl"));
        assertThatThrownBy(() -> publish(saved("2")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("the models' history cannot be");
        assertThat(current.get()).containsSame(before);
        assertThat(store.currentName()).hasValue(before.version());
        assertThat(written()).isEqualTo(texts);
    }

    @Test
    void whatFailsAfterTheSwitchIsToldAndDoesNotMakeItFail() throws IOException {
        published("1");
        Snapshot second = saved("2");
        Path file = models.resolve("history.jsonl");
        atTheTime = () -> replaceByBrokenLink(file);
        assertThat(publish(second)).isNotEmpty().allMatch(trouble -> trouble.startsWith("the models' history cannot"));
        assertThat(current.get()).containsSame(second);
        assertThat(store.currentName()).hasValue(second.version());
    }

    /** A file that nobody can write. */
    private static void replaceByBrokenLink(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
                Files.createSymbolicLink(file, Path.of("nowhere", "file"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereTheModelsFolderFailsTheFilesStayThoseOfTheLiveModel() throws IOException {
        Snapshot before = published("1");
        Map<String, String> texts = written();
        Snapshot other = without(saved("2"), folder.resolve("of another"));
        atTheTime = () -> move(models, folder.resolve("away"));
        assertThatThrownBy(() -> publish(other))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("the models folder cannot be written");
        Files.delete(models);
        Files.move(folder.resolve("away"), models);
        assertThat(current.get()).containsSame(before);
        assertThat(written()).isEqualTo(texts);
        assertThat(history.entries()).hasSize(1);
    }

    /** Leaves a file in the place of a folder. */
    private static void move(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.move(from, to);
                Files.createFile(from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same version with other assignments, so that its files differ. */
    private static Snapshot without(Snapshot snapshot, Path models) {
        Erasures erasures = new Erasures(models);
        erasures.add(400, Instant.parse("2026-01-01T00:00:00Z"));
        return erasures.left(snapshot);
    }

    @Test
    void aDataFolderThatCannotBeWrittenLeavesTheLiveModel() throws IOException {
        Snapshot before = published("1");
        Files.move(data, folder.resolve("elsewhere"));
        Files.writeString(data, "a file in its place");
        assertThatThrownBy(() -> publish(saved("2")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("the data folder cannot be written");
        assertUntouched(before, 1);
    }

    @Test
    void theVersionsLiveLastAreKept() {
        restart(2);
        Snapshot first = published("1");
        Snapshot second = published("2");
        Snapshot candidate = saved("a candidate");
        Snapshot third = published("3");
        assertThat(store.versions())
                .contains(second.version(), third.version(), candidate.version())
                .doesNotContain(first.version());
    }

    @Test
    void aCandidateIsKeptForItsTimeAndAskedForAgainIsYoungAgain() throws IOException {
        now = Instant.now();
        published("1");
        Snapshot old = saved("old");
        Snapshot repeated = saved("repeated");
        for (Snapshot candidate : List.of(old, repeated)) {
            FileTime then = FileTime.from(now.minus(Duration.ofDays(15)));
            Path version = models.resolve(candidate.version());
            Files.setLastModifiedTime(version.resolve("manifest.json"), then);
            Files.setLastModifiedTime(version, then);
        }
        saved("repeated");
        published("2");
        assertThat(store.versions()).contains(repeated.version()).doesNotContain(old.version());
    }

    @Test
    void aClockSetBackChangesNothingButTheTimes() {
        Snapshot first = published("1");
        now = now.minus(Duration.ofDays(400));
        Snapshot second = published("2");
        assertThat(current.get()).containsSame(second);
        assertThat(history.entries().getLast().previous()).isEqualTo(first.version());
        assertThat(live.previous()).hasValue(first.version());
        assertThat(history.at(now.plus(Duration.ofDays(500))).orElseThrow().version())
                .isEqualTo(second.version());
        assertThat(store.versions()).contains(first.version(), second.version());

        Snapshot candidate = saved("3");
        judgement(0.01).write(store, candidate.version());
        now = now.minus(Duration.ofDays(400));
        assertThat(live.promote(candidate.version(), "test", false).version()).isEqualTo(candidate.version());
        assertThat(live.previous()).hasValue(second.version());
        now = now.minus(Duration.ofDays(400));
        assertThat(live.rollBack(null, "test").version()).isEqualTo(second.version());
        assertThat(current.get()).map(Snapshot::version).hasValue(second.version());
        assertThat(history.entries().stream().map(ModelHistory.Entry::version))
                .containsExactly(first.version(), second.version(), candidate.version(), second.version());
        assertThat(store.versions()).contains(first.version(), second.version(), candidate.version());
    }
}
