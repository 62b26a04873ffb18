package fr.ecolhuma.etreprof.recompute.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.recompute.UtcClock;
import fr.ecolhuma.etreprof.recompute.live.CurrentWatch;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.run.RunService;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.stages.PipelineSettings;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class JobsTests {

    @TempDir
    Path folder;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CurrentSnapshot current = new CurrentSnapshot();
    private final List<String> ended = new ArrayList<>();
    private LastRunFile last;
    private Exports exports;

    @BeforeEach
    void makeExports() {
        last = new LastRunFile(folder.resolve("models"));
        exports = TestData.exports(folder.resolve("exports"));
    }

    /** Holds a run at its beginning until it is released or interrupted. */
    private Clock holding() {
        return new UtcClock() {
            @Override
            public Instant instant() {
                begun.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
                return TestData.CLOCK.instant();
            }
        };
    }

    private Jobs jobs(Clock clock) {
        return jobs(clock, TestData.CLOCK);
    }

    /** @param ofJobs says when jobs begin and end */
    private Jobs jobs(Clock clock, Clock ofJobs) {
        Path models = folder.resolve("models");
        SnapshotStore store = new SnapshotStore(models);
        ModelHistory history = new ModelHistory(models);
        ModelSwitch live = new ModelSwitch(
                store,
                new DataExports(folder.resolve("data"), ';'),
                current,
                history,
                TestModels.RETENTION,
                TestData.CLOCK);
        Pipeline pipeline = new Pipeline(
                new PipelineSettings(DataSize.ofMegabytes(200), 1, 3, 42, FeatureSet.BEHAVIOUR), "test", clock);
        return new Jobs(
                new RunService(pipeline, store, live, current, history, TestModels.LIMITS),
                last,
                new JobRecords(models),
                ofJobs,
                end -> ended.add(end.job().state().code().wire()));
    }

    private RunRequest request(boolean dryRun) {
        return new RunRequest(exports, null, dryRun);
    }

    @Test
    void aStopOfTheServiceCancelsTheRunAndSaysSo() throws InterruptedException {
        Jobs jobs = jobs(holding());
        Job job = jobs.submit(request(false), null);
        begun.await();
        assertThat(last.read().orElseThrow().state()).isEqualTo(JobState.Code.RUNNING);
        jobs.close();
        assertThat(job.state()).isEqualTo(new JobState.Cancelled("the service is being stopped"));
        assertThat(ended).containsExactly("cancelled");
        LastRun told = last.read().orElseThrow();
        assertThat(told.state()).isEqualTo(JobState.Code.CANCELLED);
        assertThat(told.reason()).isEqualTo("the service is being stopped");
        assertThatThrownBy(job::await).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> jobs.submit(request(false), null))
                .as("no run begins afterwards")
                .isInstanceOf(CancellationException.class);
        assertThat(current.get()).isEmpty();
    }

    @Test
    void aRunIsTheLastOneFromTheMomentItIsTaken() {
        Jobs jobs = jobs(holding());
        Job job = jobs.submit(request(false), null);
        LastRun told = jobs.last().orElseThrow();
        jobs.close();
        assertThat(told.job()).isEqualTo(job.id());
        assertThat(told.state()).isIn(JobState.Code.QUEUED, JobState.Code.RUNNING);
    }

    @Test
    void aScheduledRunIsSkippedWhileOneRunsAndThatIsTold() throws InterruptedException {
        Jobs jobs = jobs(holding());
        Job job = jobs.submit(request(false), null);
        begun.await();
        ScheduleSettings settings = new ScheduleSettings("", Duration.ZERO, Duration.ZERO);
        EtreprofSettings configured = ScheduleTests.settings(folder, exports);
        SnapshotStore store = new SnapshotStore(folder);
        ModelSwitch live = new ModelSwitch(
                store,
                new DataExports(folder, ';'),
                current,
                new ModelHistory(folder),
                TestModels.RETENTION,
                TestData.CLOCK);
        new Schedule(settings, configured, jobs, new CurrentWatch(store, current, live), TestData.CLOCK).recompute();
        assertThat(jobs.last().orElseThrow().skippedAt()).isEqualTo(TestData.CLOCK.instant());
        released.countDown();
        assertThat(job.await().published()).isTrue();
        assertThat(jobs.last().orElseThrow().job()).isEqualTo(job.id());
        assertThat(jobs.last().orElseThrow().skippedAt()).as("also at the end").isEqualTo(TestData.CLOCK.instant());
    }

    @Test
    void anErrorEndsTheJobAndAnotherMayBegin() {
        boolean[] failing = {true};
        Jobs jobs = jobs(new UtcClock() {
            @Override
            public Instant instant() {
                if (failing[0]) {
                    throw new StackOverflowError("for the test");
                }
                return TestData.CLOCK.instant();
            }
        });
        Job job = jobs.submit(request(false), null);
        assertThatThrownBy(job::await).isInstanceOf(IllegalStateException.class);
        assertThat(last.read().orElseThrow().reason()).contains("unforeseen reason");
        failing[0] = false;
        assertThat(jobs.submit(request(false), null).await().published()).isTrue();
    }

    @Test
    void aKeyNamesOneRequest() {
        Jobs jobs = jobs(TestData.CLOCK);
        Job job = jobs.submit(request(true), "key");
        assertThat(job.await().published()).isFalse();
        assertThat(job.state()).extracting(JobState::code).isEqualTo(JobState.Code.KEPT);
        assertThat(jobs.submit(request(true), "key")).isSameAs(job);
        assertThatThrownBy(() -> jobs.submit(request(false), "key"))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("expected a new key");
    }

    @Test
    void aKeyRepeatsTheFirstAnswerAfterARestartToo() throws IOException {
        Jobs before = jobs(TestData.CLOCK);
        before.submit(request(false), null).await();
        exports = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        Job first = before.submit(request(true), "a caller's key");
        RunResult answer = first.await();
        assertThat(answer.difference().strongest()).as("what has to be kept").isNotEmpty();

        Jobs restarted = jobs(TestData.CLOCK);
        Job again = restarted.submit(request(true), "a caller's key");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.await()).isEqualTo(answer);
        assertThat(again.state()).isEqualTo(first.state());
        assertThat(again.startedAt()).isEqualTo(first.startedAt());
        assertThat(restarted.find(first.id()).orElseThrow().endedAt()).isEqualTo(first.endedAt());
        assertThatThrownBy(() -> restarted.submit(request(false), "a caller's key"))
                .isInstanceOf(KeyReusedException.class);
        assertThat(Files.readString(folder.resolve("models/jobs/" + first.id() + ".json")))
                .as("neither the key nor the exports' addresses")
                .doesNotContain("caller's", exports.users());
    }

    @Test
    void whatMadeNothingMayBeginAnewAfterARestart() {
        Exports there = exports;
        exports = new Exports("nowhere.csv", "nowhere.csv", "nowhere.csv", null);
        Job failed = jobs(TestData.CLOCK).submit(request(false), "key");
        assertThatThrownBy(failed::await).hasMessageContaining("nowhere.csv");
        exports = there;
        Jobs restarted = jobs(TestData.CLOCK);
        Job known = restarted.find(failed.id()).orElseThrow();
        assertThat(known.state()).isEqualTo(failed.state());
        assertThat(known.awaitEnd(Duration.ZERO)).isTrue();
        assertThat(restarted.submit(request(false), "key").await().published()).isTrue();
    }

    @Test
    void onlyTheLastJobsAreRemembered() {
        Jobs jobs = jobs(TestData.CLOCK);
        exports = new Exports("nowhere.csv", "nowhere.csv", "nowhere.csv", null);
        List<Job> all = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            Job job = jobs.submit(request(false), "key" + i);
            assertThatThrownBy(job::await).hasMessageContaining("nowhere.csv");
            all.add(job);
        }
        assertThat(jobs.find(all.getFirst().id())).isEmpty();
        assertThat(jobs.find(all.get(1).id())).containsSame(all.get(1));
    }

    @Test
    void whatIsBeingPublishedIsNotTornApart() {
        Job job = new Job("id", JobRequest.of(request(false)), TestData.CLOCK.instant(), new StageShares(Map.of()));
        job.begin(Thread.currentThread());
        job.commit();
        job.cancel("too late");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(job.cancelled()).isNull();
    }

    @Test
    void whatIsCancelledIsNotPublished() {
        Job job = new Job("id", JobRequest.of(request(false)), TestData.CLOCK.instant(), new StageShares(Map.of()));
        job.cancel("before it began");
        job.begin(Thread.currentThread());
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(job::commit)
                .isInstanceOf(CancellationException.class)
                .hasMessage("before it began");
    }

    @Test
    void aRunThatWasKilledIsToldAsFailedAfterTheRestart() throws InterruptedException {
        Jobs killed = jobs(holding());
        Job job = killed.submit(request(false), null);
        begun.await();
        Jobs restarted = jobs(TestData.CLOCK);
        assertThat(restarted.last().orElseThrow().state()).isEqualTo(JobState.Code.RUNNING);
        restarted.recover();
        LastRun told = restarted.last().orElseThrow();
        assertThat(told.job()).isEqualTo(job.id());
        assertThat(told.state()).isEqualTo(JobState.Code.FAILED);
        assertThat(told.reason()).isEqualTo("the service was stopped while it ran");
        assertThat(told.endedAt()).isEqualTo(TestData.CLOCK.instant());
        assertThat(restarted.find(job.id()).orElseThrow().state())
                .as("it has an address")
                .isEqualTo(new JobState.Failed("the service was stopped while it ran"));
        restarted.recover();
        assertThat(restarted.last()).as("told once").hasValue(told);
        killed.close();
    }

    @Test
    void aTornFileTellsNothingAndStopsNothing() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/recompute.json"), "{\"job\": \"a");
        Jobs jobs = jobs(TestData.CLOCK);
        jobs.recover();
        assertThat(jobs.last()).isEmpty();
        assertThat(jobs.submit(request(false), null).await().published()).isTrue();
        assertThat(jobs.last().orElseThrow().state()).isEqualTo(JobState.Code.PUBLISHED);
    }

    @Test
    void everyJobIsListedTheNewestFirstAlsoAfterARestart() {
        Instant[] now = {TestData.CLOCK.instant()};
        Clock ticking = new UtcClock() {
            @Override
            public Instant instant() {
                now[0] = now[0].plusSeconds(1);
                return now[0];
            }
        };
        Jobs jobs = jobs(TestData.CLOCK, ticking);
        Job first = jobs.submit(request(false), null);
        long read = first.await().rows().read();
        assertThat(first.rowsRead()).isEqualTo(read).isPositive();
        Exports there = exports;
        exports = new Exports("nowhere.csv", "nowhere.csv", "nowhere.csv", null);
        Job failed = jobs.submit(request(false), null);
        assertThatThrownBy(failed::await).hasMessageContaining("nowhere.csv");
        exports = there;
        Job dry = jobs.submit(request(true), null);
        dry.await();
        for (Jobs one : List.of(jobs, jobs(TestData.CLOCK))) {
            List<Job> all = one.all();
            assertThat(all).extracting(Job::id).containsExactly(dry.id(), failed.id(), first.id());
            assertThat(all)
                    .extracting(job -> job.state().code())
                    .containsExactly(JobState.Code.KEPT, JobState.Code.FAILED, JobState.Code.PUBLISHED);
            assertThat(all).extracting(Job::rowsRead).containsExactly(read, 0L, read);
            assertThat(all).extracting(Job::percent).containsOnly(100);
            assertThat(one.last().orElseThrow().job()).isEqualTo(dry.id());
        }
    }

    @Test
    void whatRunsElsewhereHasAnAddressAndIsNotCancelledHere() throws InterruptedException {
        Jobs there = jobs(holding());
        Job job = there.submit(request(false), null);
        begun.await();
        Jobs here = jobs(TestData.CLOCK);
        Job seen = here.find(job.id()).orElseThrow();
        assertThat(seen.state()).isEqualTo(new JobState.Running(null, 0, false));
        assertThat(here.all()).extracting(Job::id).containsExactly(job.id());
        assertThat(here.cancel(seen)).isFalse();
        released.countDown();
        assertThat(job.await().published()).isTrue();
        assertThat(here.find(job.id()).orElseThrow().state()).isEqualTo(job.state());
    }

    @Test
    void whatDoesNotStopAtOnceIsBeingCancelled() throws InterruptedException {
        Jobs jobs = jobs(new UtcClock() {
            @Override
            public Instant instant() {
                begun.countDown();
                boolean interrupted = false;
                while (released.getCount() > 0) {
                    interrupted |= Thread.interrupted();
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return TestData.CLOCK.instant();
            }
        });
        Job job = jobs.submit(request(false), null);
        begun.await();
        assertThat(jobs.cancel(job)).as("it will end").isTrue();
        assertThat(job.state().code()).isEqualTo(JobState.Code.CANCELLING);
        assertThat(jobs.last().orElseThrow().state()).isEqualTo(JobState.Code.CANCELLING);
        released.countDown();
        assertThatThrownBy(job::await).isInstanceOf(CancellationException.class);
        assertThat(job.state()).isEqualTo(new JobState.Cancelled("cancelled by request"));
        assertThat(jobs.cancel(job)).as("it has ended").isTrue();
    }
}
