package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.recompute.run.AlreadyRunningException;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.run.RunService;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs recomputes on a thread of their own, one at a time, and remembers the last ones. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String STOPPED = "the service is being stopped";
    private static final long CLOSE_MILLIS = 5_000;
    private static final Duration CANCEL = Duration.ofSeconds(1);
    private static final Duration PUBLISH = Duration.ofSeconds(20);

    private final RunService service;
    private final LastRunFile last;
    private final JobRecords kept;
    private final Clock clock;
    private final Consumer<JobEnded> ended;
    private final JobMemory memory;
    private @Nullable Job active;
    private @Nullable Thread worker;
    private boolean closed;

    /**
     * Creates a queue without a job.
     *
     * @param ended receives each job that is over
     */
    public Jobs(RunService service, LastRunFile last, JobRecords kept, Clock clock, Consumer<JobEnded> ended) {
        this.service = service;
        this.last = last;
        this.kept = kept;
        this.clock = clock;
        this.ended = ended;
        this.memory = new JobMemory(kept, last);
    }

    /** For the service alone: a run that its file shows as running was stopped with the service, and so failed. */
    void recover() {
        write(() -> last.closeInterrupted(clock.instant()));
    }

    /**
     * Begins a run, or returns the run that the key began; a run that made a model is known after a restart too.
     *
     * @param key a caller's own name for the request, or null
     * @throws AlreadyRunningException if another run is running
     * @throws KeyReusedException if the key was sent with another request
     * @throws CancellationException if the service is stopping
     */
    public synchronized Job submit(RunRequest request, @Nullable String key) {
        @Nullable String digest = key == null ? null : Digests.sha256(key);
        JobRequest asked = JobRequest.of(request);
        Job known = digest == null ? null : memory.ofKey(digest).orElse(null);
        if (known != null) {
            return same(known, asked);
        }
        if (closed) {
            throw new CancellationException(STOPPED);
        }
        if (active != null && !active.state().isOver()) {
            throw new AlreadyRunningException(active.id());
        }
        Job job = new Job(UUID.randomUUID().toString(), asked, clock.instant(), shares());
        active = job;
        memory.add(job, digest);
        worker = Thread.ofPlatform().daemon().name("recompute").start(() -> run(job, request, digest));
        return job;
    }

    /** By an earlier run; a folder that cannot be read stops no run here. */
    private StageShares shares() {
        try {
            return new StageShares(memory.stageTimes());
        } catch (SnapshotException _) {
            return new StageShares(Map.of());
        }
    }

    private static Job same(Job known, JobRequest request) {
        if (!known.request().equals(request)) {
            throw new KeyReusedException();
        }
        return known;
    }

    private void run(Job job, RunRequest request, @Nullable String key) {
        job.begin(Thread.currentThread());
        RunResult result = null;
        RuntimeException failure = null;
        try {
            last.write(LastRun.of(job, job.state(), null));
            result = service.run(job.id(), request, job);
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            // without an end of this run, no other run could ever begin
            failure = new IllegalStateException(e);
        }
        String why = job.cancelled();
        if (failure != null && why != null) {
            LOG.debug("the recompute was cancelled", failure);
            failure = new CancellationException(why);
        }
        end(job, key, failure == null ? new JobState.Succeeded(Objects.requireNonNull(result)) : Failures.end(failure));
        RunLog.write(RunEnd.of(job), failure);
        try {
            ended.accept(new JobEnded(job, false));
        } finally {
            job.complete(result, failure);
        }
    }

    private void end(Job job, @Nullable String key, JobState over) {
        job.settle();
        Instant now = clock.instant();
        synchronized (last) {
            write(() -> record(job, key, over, now));
            job.end(over, now);
        }
    }

    /** Notes in the running job that a scheduled run was skipped because of it. */
    synchronized void skipped() {
        Job job = active;
        synchronized (last) {
            if (job != null && !job.state().isOver()) {
                job.skip(clock.instant());
                write(() -> last.write(LastRun.of(job, job.state(), null)));
            }
        }
    }

    private static void write(Runnable writing) {
        try {
            writing.run();
        } catch (SnapshotException e) {
            LOG.error("the outcome of the recompute cannot be written: {}", e.getMessage());
        }
    }

    /**
     * Runs in the caller's thread, for a command; the outcome is written for the services that share the models.
     *
     * @throws RuntimeException as {@link RunService#run}
     */
    public RunResult runHere(RunRequest request, Progress progress) {
        Job job = new Job(
                UUID.randomUUID().toString(), JobRequest.of(request), clock.instant(), new StageShares(Map.of()));
        try {
            RunResult result = service.run(job.id(), request, progress);
            endHere(job, new JobState.Succeeded(result));
            return result;
        } catch (RuntimeException e) {
            endHere(job, Failures.end(e));
            throw e;
        }
    }

    /** If the folder cannot be written, the run itself has already failed for this reason. */
    private void endHere(Job job, JobState over) {
        Instant now = clock.instant();
        job.end(over, now);
        ended.accept(new JobEnded(job, true));
        try {
            record(job, null, over, now);
        } catch (SnapshotException e) {
            LOG.debug("the outcome of the recompute cannot be written", e);
        }
    }

    private void record(Job job, @Nullable String key, JobState over, Instant now) {
        try {
            // first, so that the last run always has an address
            kept.keep(JobRecord.of(job, key, over, now));
        } finally {
            last.write(LastRun.of(job, over, now));
        }
    }

    /** The job of an id, as long as it is remembered; also after a restart. */
    public Optional<Job> find(String id) {
        return memory.find(id);
    }

    /** The last fifty jobs, the newest first; also those of earlier starts. */
    public List<Job> all() {
        return memory.all();
    }

    /** The state of the last run; also after a restart. */
    public Optional<LastRun> last() {
        Job job = active();
        synchronized (last) {
            // its thread may not have written yet that it is running
            return job == null || job.state().isOver() ? last.read() : Optional.of(LastRun.of(job, job.state(), null));
        }
    }

    private synchronized @Nullable Job active() {
        return active;
    }

    /**
     * Asks a job to stop and waits a second for its end. A job whose model is being published is not stopped, and ends
     * soon.
     *
     * @return whether it has ended, or will end because of this
     */
    public boolean cancel(Job job) {
        if (job.state().isOver()) {
            return true;
        }
        if (!memory.isHere(job)) {
            return false;
        }
        job.cancel("cancelled by request");
        boolean stops = job.cancelled() != null;
        return job.awaitEnd(stops ? CANCEL : PUBLISH) || stops;
    }

    /** Accepts jobs again after {@link #close}. */
    synchronized void open() {
        closed = false;
    }

    /** Cancels the running job and waits a moment; accepts no more jobs. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = worker;
            if (active != null) {
                active.cancel(STOPPED);
            }
        }
        try {
            if (running != null) {
                running.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
