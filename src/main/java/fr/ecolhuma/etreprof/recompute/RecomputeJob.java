package fr.ecolhuma.etreprof.recompute;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in the background, for as long as it is remembered. */
public final class RecomputeJob implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RecomputeJob.class);

    private final String id;
    private final RecomputeRequest request;
    private final Instant startedAt;
    private final CompletableFuture<RecomputeSummary> outcome = new CompletableFuture<>();
    private volatile JobState state = new JobState.Queued();
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable Thread thread;
    private volatile boolean cancelled;
    private volatile long rows;

    RecomputeJob(String id, RecomputeRequest request, Instant startedAt) {
        this.id = id;
        this.request = request;
        this.startedAt = startedAt;
    }

    /** Names it in addresses. */
    public String id() {
        return id;
    }

    /** What was asked for. */
    public RecomputeRequest request() {
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

    /**
     * Waits for its end.
     *
     * @throws RuntimeException what it failed with
     */
    public RecomputeSummary await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void stage(Stage stage) {
        LOG.info("recompute: {}", stage.label());
        state = new JobState.Running(stage, rows);
    }

    @Override
    public void rows(long read) {
        rows = read;
        if (state instanceof JobState.Running running) {
            state = new JobState.Running(running.stage(), read);
        }
    }

    void begin(Thread worker) {
        thread = worker;
        state = new JobState.Running(Stage.FEATURES, 0);
        if (cancelled) {
            worker.interrupt();
        }
    }

    /** Asks it to stop; nothing happens when it is over. */
    void cancel() {
        cancelled = true;
        Thread worker = thread;
        if (worker != null && !state.isOver()) {
            worker.interrupt();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    void end(JobState over, Instant now) {
        endedAt = now;
        thread = null;
        state = over;
    }

    /** Lets those who wait go on; the job must be over. */
    void complete(@Nullable RecomputeSummary summary, @Nullable RuntimeException failure) {
        if (failure == null) {
            outcome.complete(summary);
        } else {
            outcome.completeExceptionally(failure);
        }
    }
}
