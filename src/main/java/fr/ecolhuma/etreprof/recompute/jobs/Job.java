package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in the background, as long as it is remembered. */
public final class Job implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String id;
    private final JobRequest request;
    private final Instant startedAt;
    private final StageShares shares;
    private final StageTimes times = new StageTimes();
    private final CompletableFuture<RunResult> outcome = new CompletableFuture<>();
    private volatile JobState state = new JobState.Queued();
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String cancelled;
    private volatile @Nullable Instant skippedAt;
    private boolean committed;
    private volatile long rows;

    /** @param shares of the stages, for its progress */
    Job(String id, JobRequest request, Instant startedAt, StageShares shares) {
        this.shares = shares;
        this.id = id;
        this.request = request;
        this.startedAt = startedAt;
    }

    /** Its name in addresses. */
    public String id() {
        return id;
    }

    /** The request. */
    public JobRequest request() {
        return request;
    }

    /** The instant of the request. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The instant of its end; null before. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Its state. */
    public JobState state() {
        return state;
    }

    /** How many rows of the exports it has read so far; at its end all that it read. */
    public long rowsRead() {
        RunResult result = state.result();
        return result == null ? rows : result.rows().read();
    }

    /** Its progress, 0 to 100: 100 only at its end, and by the times of an earlier run before. */
    public int percent() {
        JobState now = state;
        if (now.isOver()) {
            return 100;
        }
        Stage stage = now instanceof JobState.Running running ? running.stage() : null;
        return stage == null ? 0 : shares.percent(stage, times.elapsed(System.nanoTime()));
    }

    /** The durations of the completed stages. */
    public Map<Stage, Duration> stageTimes() {
        return times.byStage();
    }

    /**
     * Waits for its end.
     *
     * @throws RuntimeException the one with which it failed
     */
    public RunResult await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits for its end, but no longer than a given time; returns whether it has ended. */
    public boolean awaitEnd(Duration longest) {
        try {
            outcome.handle((result, failure) -> true).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    @Override
    public synchronized void stage(Stage stage) {
        LOG.debug("recompute {}: {}", id, stage.label());
        times.begin(stage, System.nanoTime());
        state = running(stage);
    }

    @Override
    public synchronized void rows(long read) {
        rows = read;
        if (state instanceof JobState.Running running) {
            state = running(running.stage());
        }
    }

    private JobState running(@Nullable Stage stage) {
        return new JobState.Running(stage, rows, cancelled != null);
    }

    /** A change of the live model is not interrupted: a cancellation comes before it, or too late. */
    @Override
    public synchronized void commit() {
        if (cancelled != null) {
            throw new CancellationException(cancelled);
        }
        committed = true;
    }

    synchronized void begin(Thread worker) {
        thread = worker;
        state = running(Stage.FEATURES);
        if (cancelled != null) {
            worker.interrupt();
        }
    }

    /** Asks it to stop; does nothing when it is over or its model is being published. */
    synchronized void cancel(String reason) {
        if (committed || cancelled != null || state.isOver()) {
            return;
        }
        cancelled = reason;
        state = running(state instanceof JobState.Running running ? running.stage() : null);
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /**
     * Protects the files that its thread writes from here on from a cancellation: it waits for one under way, since an
     * interrupt closes the open file even if it is cleared meanwhile.
     */
    synchronized void settle() {
        committed = true;
        boolean _ = Thread.interrupted();
    }

    /** Why it was asked to stop; null when it was not. */
    @Nullable
    String cancelled() {
        return cancelled;
    }

    /** The instant at which a scheduled run was last skipped because of this one, or null. */
    @Nullable
    Instant skippedAt() {
        return skippedAt;
    }

    void skip(Instant now) {
        skippedAt = now;
    }

    synchronized void end(JobState over, Instant now) {
        endedAt = now;
        thread = null;
        times.begin(null, System.nanoTime());
        state = over;
    }

    /** The state of a job of an earlier start or of another process. */
    synchronized void restore(JobState known, @Nullable Instant ended, long rowsRead, Map<Stage, Duration> stageTimes) {
        state = known;
        endedAt = ended;
        rows = rowsRead;
        times.restore(stageTimes);
    }

    /** Releases the waiting callers; the job must be over. */
    void complete(@Nullable RunResult result, @Nullable RuntimeException failure) {
        if (failure == null) {
            outcome.complete(result);
        } else {
            outcome.completeExceptionally(failure);
        }
    }
}
