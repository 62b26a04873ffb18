package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.training.Progress;
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

/** A run in the background, for as long as it is remembered. */
public final class Job implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String id;
    private final JobRequest request;
    private final Instant startedAt;
    private final StageTimes times = new StageTimes();
    private final CompletableFuture<RunResult> outcome = new CompletableFuture<>();
    private volatile JobState state = new JobState.Queued();
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String cancelled;
    private volatile @Nullable Instant skippedAt;
    private boolean committed;
    private volatile long rows;

    Job(String id, JobRequest request, Instant startedAt) {
        this.id = id;
        this.request = request;
        this.startedAt = startedAt;
    }

    /** Names it in addresses. */
    public String id() {
        return id;
    }

    /** What was asked for. */
    public JobRequest request() {
        return request;
    }

    /** When it was asked for. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it was over; null before. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Where it is. */
    public JobState state() {
        return state;
    }

    /** How long each stage took that is over. */
    public Map<Stage, Duration> stageTimes() {
        return times.byStage();
    }

    /**
     * Waits for its end.
     *
     * @throws RuntimeException that it failed with
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

    /** Waits for its end, but no longer than a time; whether it came. */
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
    public void stage(Stage stage) {
        LOG.info("recompute: {}", stage.label());
        times.begin(stage, System.nanoTime());
        state = new JobState.Running(stage, rows);
    }

    @Override
    public void rows(long read) {
        rows = read;
        if (state instanceof JobState.Running running) {
            state = new JobState.Running(running.stage(), read);
        }
    }

    /** A change of what is live is not torn apart: a cancellation comes before it, or too late. */
    @Override
    public synchronized void commit() {
        if (cancelled != null) {
            throw new CancellationException(cancelled);
        }
        committed = true;
    }

    synchronized void begin(Thread worker) {
        thread = worker;
        state = new JobState.Running(Stage.FEATURES, 0);
        if (cancelled != null) {
            worker.interrupt();
        }
    }

    /** Asks it to stop; nothing happens when it is over or what it made is being published. */
    synchronized void cancel(String reason) {
        if (committed || cancelled != null || state.isOver()) {
            return;
        }
        cancelled = reason;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /**
     * What its thread writes from here on must not be stopped by a cancellation of the run: one that is under way is waited
     * for, since an interrupt closes the file at hand even when it is cleared meanwhile. Returns whether there was one.
     */
    synchronized boolean settle() {
        committed = true;
        return Thread.interrupted();
    }

    /** Why it is to stop; null when it is not. */
    @Nullable
    String cancelled() {
        return cancelled;
    }

    /** When a scheduled run was last skipped since this one was at work, or null. */
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

    /** Lets the callers that wait go on; the job must be over. */
    void complete(@Nullable RunResult result, @Nullable RuntimeException failure) {
        if (failure == null) {
            outcome.complete(result);
        } else {
            outcome.completeExceptionally(failure);
        }
    }
}
