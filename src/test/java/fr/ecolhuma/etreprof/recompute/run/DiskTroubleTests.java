package fr.ecolhuma.etreprof.recompute.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobRecords;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.jobs.LastRunFile;
import fr.ecolhuma.etreprof.recompute.live.ErasureService;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is full, read-only or gone: the run fails with a clear reason and the live model serves on. */
@Timeout(60)
class DiskTroubleTests {

    private static final String UNWRITABLE =
            "the models folder cannot be written; check that it is writable and has free space";

    private static final String FULL = "the disk of the models folder is full; free some space on it and try again";

    @TempDir
    Path folder;

    private final CurrentSnapshot current = new CurrentSnapshot();
    private Path models;
    private Jobs jobs;
    private SnapshotStore store;
    private Exports exports;
    private ModelSwitch live;
    private ErasureService erasure;
    private Erasures erasures;
    private String candidate = "";
    private boolean mounted;

    @BeforeEach
    void makeJobs() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        exports = TestData.exports(folder.resolve("exports"));
        store = new SnapshotStore(models);
        ModelHistory history = new ModelHistory(models);
        live = new ModelSwitch(
                store,
                new DataExports(folder.resolve("data"), ';'),
                current,
                history,
                TestModels.RETENTION,
                TestData.CLOCK);
        jobs = new Jobs(
                new RunService(TestData.pipeline(1), store, live, current, history, TestModels.LIMITS),
                new LastRunFile(models),
                new JobRecords(models),
                TestData.CLOCK,
                job -> {});
        erasures = new Erasures(models);
        erasure = new ErasureService(
                erasures,
                new PastModels(models, erasures),
                current,
                live,
                new JobRecords(models)::leaveOut,
                TestData.CLOCK);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", models.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Where the machine lets the test have a disk of its own. */
    private void mount(String options) throws IOException, InterruptedException {
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", options, "t", models.toString());
        assumeTrue(mounted, "a disk can be mounted");
    }

    private Job submit() {
        return jobs.submit(new RunRequest(exports, null, false), null);
    }

    private Snapshot published() {
        assertThat(submit().await().published()).isTrue();
        return current.get().orElseThrow();
    }

    /** One that was live before, one that is, and a candidate that may be promoted. */
    private Snapshot lived() {
        Snapshot first = published();
        exports = TestData.exports(folder.resolve("second"), Map.of(401, 2));
        Snapshot second = published();
        assertThat(second.version()).isNotEqualTo(first.version());
        exports = TestData.exports(folder.resolve("third"), Map.of(402, 2));
        candidate =
                jobs.submit(new RunRequest(exports, null, true), null).await().version();
        return second;
    }

    private String data() throws IOException {
        return Files.readString(folder.resolve("data/user_cluster_assignments.csv"));
    }

    /** Neither by promoting nor by rolling back, by erasing or by a dry run. */
    private void assertNothingChanges(Snapshot before, String reason, boolean full) throws IOException {
        String data = data();
        for (ThrowableAssert.ThrowingCallable change : List.<ThrowableAssert.ThrowingCallable>of(
                () -> live.promote(candidate, "test", false),
                () -> live.rollBack(null, "test"),
                () -> erasure.erase(417))) {
            assertThatThrownBy(change)
                    .isInstanceOfSatisfying(
                            SnapshotException.class,
                            failure -> assertThat(failure.isFull()).isEqualTo(full))
                    .hasMessageMatching(reason);
            assertThat(current.get()).containsSame(before);
            assertThat(data()).isEqualTo(data);
        }
        exports = TestData.exports(folder.resolve("fourth"), Map.of(403, 2));
        assertThatThrownBy(jobs.submit(new RunRequest(exports, null, true), null)::await)
                .hasMessageMatching(reason);
        assertThat(erasures.has(417)).isFalse();
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(before.version());
        assertThat(new ModelHistory(models).entries().getLast().version()).isEqualTo(before.version());
    }

    private void assertFails(Snapshot before, String reason) {
        exports = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        Job job = submit();
        assertThatThrownBy(job::await).isInstanceOf(SnapshotException.class).hasMessage(reason);
        assertThat(job.state()).isEqualTo(new JobState.Failed(reason));
        assertThat(current.get()).containsSame(before);
    }

    @Test
    void aFileInThePlaceOfTheFolderIsAClearFailure() throws IOException {
        Snapshot before = published();
        Files.move(models, folder.resolve("elsewhere"));
        Files.writeString(models, "a file");
        assertFails(before, UNWRITABLE);
        Files.delete(models);
        Files.move(folder.resolve("elsewhere"), models);
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(before.version());
        assertThat(submit().await().published()).as("once it is mended").isTrue();
    }

    @Test
    void aFolderThatIsGoneIsMadeAgain() throws IOException {
        Snapshot before = published();
        Files.move(models, folder.resolve("elsewhere"));
        exports = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        RunResult result = submit().await();
        assertThat(result.published()).isTrue();
        assertThat(result.version()).isNotEqualTo(before.version());
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(result.version());
    }

    @Test
    void aFullDiskIsAClearFailure() throws Exception {
        mount("size=64m");
        Snapshot before = published();
        fill();
        assertFails(before, FULL);
        assertWholeAfterARestart(before);
    }

    private void fill() throws IOException {
        Path filler = Files.createFile(models.resolve("filler"));
        for (int chunk : new int[] {1 << 20, 1 << 12}) {
            try {
                while (true) {
                    Files.write(filler, new byte[chunk], StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                assertThat(Files.size(filler)).as("it is full").isPositive();
            }
        }
    }

    private void assertWholeAfterARestart(Snapshot before) {
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(before.version());
        List<ModelHistory.Entry> entries = new ModelHistory(models).entries();
        assertThat(entries.getLast().version()).isEqualTo(before.version());
        assertThat(store.versions()).as("nothing half written").containsExactly(before.version());
    }

    @Test
    void onAFullDiskNothingChanges() throws Exception {
        mount("size=64m");
        Snapshot before = lived();
        fill();
        assertNothingChanges(before, "the disk of the models.* is full; free some space on it and try again", true);
    }

    @Test
    void inAReadOnlyFolderNothingChanges() throws Exception {
        mount("size=64m");
        Snapshot before = lived();
        assumeTrue(run("mount", "-o", "remount,ro", models.toString()), "a disk can be made read-only");
        assertNothingChanges(
                before, "the models.* cannot be written; check that it is writable and has free space", false);
    }

    @Test
    void withoutTheFolderNothingIsPromotedAndWhatIsServedStays() throws IOException {
        Snapshot before = lived();
        Files.move(models, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> live.promote(candidate, "test", false)).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> live.rollBack(null, "test")).isInstanceOf(SnapshotException.class);
        assertThat(current.get()).containsSame(before);
    }

    @Test
    void aReadOnlyFolderIsAClearFailure() throws Exception {
        mount("size=64m");
        Snapshot before = published();
        assumeTrue(run("mount", "-o", "remount,ro", models.toString()), "a disk can be made read-only");
        assertFails(before, UNWRITABLE);
        assertWholeAfterARestart(before);
        assertThat(jobs.last().orElseThrow().state())
                .as("as far as it could be written")
                .isEqualTo(JobState.Code.PUBLISHED);
    }

    @Test
    void foldersInThePlaceOfStateFilesAreSetAside() throws IOException {
        for (String name : List.of("recompute.json", "history.jsonl", "history.next.json", "CURRENT")) {
            Files.createDirectories(models.resolve(name).resolve("full"));
        }
        Snapshot snapshot = published();
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(snapshot.version());
        assertThat(jobs.last().orElseThrow().state()).isEqualTo(JobState.Code.PUBLISHED);
        assertThat(new ModelHistory(models).entries()).hasSize(1);
        try (Stream<Path> aside =
                Files.list(models).filter(path -> path.toString().contains(".aside-"))) {
            assertThat(aside)
                    .hasSize(4)
                    .allSatisfy(path -> assertThat(path.resolve("full")).isDirectory());
        }
    }
}
