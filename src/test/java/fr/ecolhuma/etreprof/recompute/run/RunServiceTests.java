package fr.ecolhuma.etreprof.recompute.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.live.ModelLoader;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.stages.PipelineSettings;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Timeout(120)
class RunServiceTests {

    @TempDir
    Path folder;

    private Path models;
    private Path data;
    private CurrentSnapshot current;
    private RunService service;
    private Exports exports;

    @BeforeEach
    void makeService() {
        models = folder.resolve("models");
        data = folder.resolve("data");
        current = new CurrentSnapshot();
        service = service(data);
        exports = TestData.exports(folder.resolve("exports"));
    }

    private RunService service(Path dataFolder) {
        SnapshotStore store = new SnapshotStore(models);
        ModelHistory history = new ModelHistory(models);
        ModelSwitch live = new ModelSwitch(
                store, new DataExports(dataFolder, ';'), current, history, TestModels.RETENTION, Clock.systemUTC());
        return new RunService(TestData.pipeline(2), store, live, current, history, TestModels.LIMITS);
    }

    /** The same some years after the exports, where some of them are the demo's. */
    private RunService later(Predicate<Exports> demo) {
        SnapshotStore store = new SnapshotStore(models);
        ModelHistory history = new ModelHistory(models);
        Clock clock = Clock.fixed(Instant.parse("2028-07-11T12:00:00Z"), ZoneOffset.UTC);
        return new RunService(
                new Pipeline(
                        new PipelineSettings(DataSize.ofMegabytes(200), 1, 3, 42, FeatureSet.BEHAVIOUR), "test", clock),
                store,
                new ModelSwitch(store, new DataExports(data, ';'), current, history, TestModels.RETENTION, clock),
                current,
                history,
                TestModels.LIMITS,
                demo);
    }

    private static RunRequest of(Exports exports) {
        return new RunRequest(exports, null, false);
    }

    private RunResult recompute(Exports from) {
        return service.run("job", of(from), Progress.NONE);
    }

    private Snapshot published() {
        String version = recompute(exports).version();
        Snapshot live = current.get().orElseThrow();
        assertThat(live.version()).isEqualTo(version);
        return live;
    }

    @Test
    void theFirstRunPublishes() {
        List<Progress.Stage> stages = new ArrayList<>();
        RunResult result = service.run("job", of(exports), stages::add);
        assertThat(result.published()).isTrue();
        assertThat(result.previousVersion()).isNull();
        assertThat(result.movedUsers()).isZero();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.duration()).isPositive();
        assertThat(stages).containsExactly(Progress.Stage.values());
        assertThat(current.get().orElseThrow().version()).isEqualTo(result.version());
        assertThat(models.resolve("CURRENT")).hasContent(result.version());
        assertThat(new SnapshotStore(models).loadCurrent().orElseThrow().version())
                .isEqualTo(result.version());
        assertThat(data.resolve("user_cluster_assignments.csv")).content().hasLineCount(61);
    }

    @Test
    void theSameInputGivesTheSameVersion() throws IOException {
        String first = recompute(exports).version();
        RunResult again = recompute(TestData.exports(folder.resolve("elsewhere")));
        assertThat(again.version()).isEqualTo(first);
        assertThat(again.previousVersion()).isEqualTo(first);
        assertThat(again.movedUsers()).isZero();
        try (Stream<Path> versions = Files.list(models)) {
            assertThat(versions).as("the version, CURRENT and the history").hasSize(3);
        }
    }

    @Test
    void movedUsersAreCountedAndIdsStay() {
        recompute(exports);
        // three inactive users take to everything, and a balanced one falls silent: 4 of 60 change, ids hold for the
        // rest
        Map<Integer, Integer> converted = Map.of(400, 2, 401, 2, 402, 2, 100, 3);
        RunResult result = recompute(TestData.exports(folder.resolve("changed"), converted));
        assertThat(result.movedUsers()).isEqualTo(4);
        assertThat(result.version()).isNotEqualTo(result.previousVersion());
        assertThat(result.sizes()).containsExactly(17, 10, 9, 24);
        assertThat(current.get().orElseThrow().version()).isEqualTo(result.version());
    }

    @Test
    void usersWhoComeOrGoHaveNotMoved() throws IOException {
        recompute(exports);
        Path users = Path.of(exports.users());
        List<String> without = Files.readAllLines(users).stream()
                .filter(line -> !line.startsWith("425,"))
                .toList();
        Files.write(users, without);
        assertThat(recompute(exports).movedUsers()).as("one is gone").isZero();
        TestData.exports(folder.resolve("exports"));
        RunResult back = recompute(exports);
        assertThat(back.movedUsers()).as("and is back").isZero();
        assertThat(back.users()).isEqualTo(60);
    }

    @Test
    void aDryRunTellsTheDifferenceAndPublishesNothing() throws IOException {
        Snapshot live = published();
        Map<String, String> before = contents();
        Exports changed = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        RunResult result = service.run("job", new RunRequest(changed, null, true), Progress.NONE);
        assertThat(result.published()).isFalse();
        assertThat(result.movedUsers()).isEqualTo(1);
        assertThat(result.previousVersion()).isEqualTo(live.version());
        assertThat(result.sizes()).containsExactly(18, 10, 7, 25);
        assertThat(current.get()).containsSame(live);
        Map<String, String> after = contents();
        after.keySet().removeIf(file -> file.contains(result.version()));
        assertThat(after).as("but for the candidate").isEqualTo(before);
        ModelDifference difference = result.difference();
        assertThat(difference.moved().stream().filter(flow -> flow.users() > 0))
                .containsExactly(new SegmentMoves.Flow(3, 2, 1));
        assertThat(difference.strongest()).singleElement().satisfies(moved -> {
            assertThat(moved.userId()).isEqualTo(400);
            assertThat(moved.distance()).isPositive();
            assertThat(moved.cause()).isEqualTo(MoveExplanation.Cause.COUNTS);
            assertThat(moved.because()).hasSize(3).allMatch(one -> one.after() > one.before());
        });
        assertThat(difference.quality().get("size_2")).isEqualTo(new ModelDifference.Change(6, 7));
        assertThat(difference.drift()).hasSize(14);
    }

    /** The shipped model is of a country, the exports of one school: 60 users are less than half of 6,000. */
    @Test
    void afterARollbackToTheShippedModelOwnExportsAreStillPublished() {
        Provenance one = TestData.model().provenance();
        RowAccounts rows = new RowAccounts(
                new RowAccount("users.csv", 6_000, 6_000, new TreeMap<>()),
                one.rows().contents(),
                one.rows().events());
        SnapshotStore store = new SnapshotStore(models);
        ModelHistory history = new ModelHistory(models);
        String shipped = store.save(TestModels.with(new Provenance(
                "shipped",
                one.asOf(),
                one.inputs(),
                one.parameters(),
                rows,
                one.columns(),
                one.unknownContentEvents())));
        store.makeCurrent(shipped);
        new ModelLoader(store, current, history, Clock.systemUTC()).load();
        String own = published().version();
        new ModelSwitch(store, new DataExports(data, ';'), current, history, TestModels.RETENTION, Clock.systemUTC())
                .rollBack(null, "test");
        assertThat(current.get()).map(Snapshot::version).hasValue(shipped);

        RunResult again = recompute(exports);

        assertThat(again.published()).isTrue();
        assertThat(again.gates()).extracting(GateFinding::gate).doesNotContain("rows_users");
        assertThat(history.entries())
                .extracting(ModelHistory.Entry::version)
                .containsExactly(shipped, own, shipped, again.version());
    }

    @Test
    void oneRunAtATime() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<RunResult> first = threads.submit(() -> service.run("first", of(exports), stage -> {
                started.countDown();
                await(released);
            }));
            started.await();
            AlreadyRunningException refused =
                    catchThrowableOfType(AlreadyRunningException.class, () -> recompute(exports));
            assertThat(refused.job()).isEqualTo("first");
            assertThat(refused)
                    .hasMessage("a recompute is running (job %s); wait for its end and try again", refused.job());
            assertThatThrownBy(() -> recompute(exports)).hasMessage(refused.getMessage());
            released.countDown();
            assertThat(first.get().published()).isTrue();
        }
        assertThat(recompute(exports).published()).as("afterwards").isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afterAFailureTheOldModelServesAndAnotherRunMayStart() throws IOException {
        Snapshot live = published();
        Map<String, String> before = contents();
        Exports missing = new Exports("nowhere.csv", exports.contents(), exports.interactions(), null);
        assertThatThrownBy(() -> recompute(missing)).isInstanceOf(ExportException.class);
        Path few = Files.write(folder.resolve("few.csv"), List.of("id,json_niveau,created_at", "100,[],", "200,[],"));
        Exports tooFew = new Exports(few.toString(), exports.contents(), exports.interactions(), null);
        assertThatThrownBy(() -> recompute(tooFew))
                .isInstanceOf(SegmentationException.class)
                .hasMessageStartingWith("found 2 users, expected at least 4");
        assertThat(current.get()).containsSame(live);
        assertThat(contents()).isEqualTo(before);
        assertThat(recompute(exports).published()).isTrue();
    }

    @Test
    void whatCannotBeSavedIsNotServed() throws IOException {
        Snapshot live = published();
        Path file = Files.writeString(folder.resolve("file"), "");
        Exports changed = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        assertThatThrownBy(() -> service(file).run("job", of(changed), Progress.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("the data folder cannot be written");
        assertThat(current.get()).containsSame(live);
        assertThat(models.resolve("CURRENT")).hasContent(live.version());
    }

    /** Every file that is published, by its path. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path root : List.of(models, data)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.put(
                            file.toString(),
                            HexFormat.of().formatHex(Files.readAllBytes(file)) + Files.getLastModifiedTime(file));
                }
            }
        }
        return contents;
    }

    @Test
    void exportsOfYearsAgoAreRefusedUnlessTheirDayIsAskedFor() {
        RunService service = later(exports -> false);
        assertThatThrownBy(() -> service.run("job", of(exports), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                // three years and a day, of which one has a day more: 1,097 / 365.25
                .hasMessageContaining(
                        "as_of_years: found 3.0034, limit at most 2 (counted at the latest event, of 2025-07-10; expected an event of the last years, or the day given as the as-of)");
        RunRequest asked = new RunRequest(exports, LocalDate.of(2025, 7, 10), false);
        assertThat(service.run("job", asked, Progress.NONE).published()).isTrue();
    }

    @Test
    void theDemoIsTakenAtAnyAge() {
        assertThat(later(exports::equals).run("job", of(exports), Progress.NONE).published())
                .isTrue();
    }
}
