package fr.ecolhuma.etreprof.api.heavy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Does what takes more than some milliseconds on threads of its own, as many as cores and of a low weight. A request's
 * own thread is virtual and keeps its core until it waits: some of them at work would stop all other answers.
 */
@Component
public final class HeavyWork implements AutoCloseable {

    private static final int WAITING = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int RETRY_AFTER_SECONDS = 5;

    /** What is in it is read in less than a millisecond. */
    private static final int SMALL_BODY = 8 << 10;

    private static final Duration BODY_LIMIT = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final HeavyThreads threads;
    private final Duration patience;

    @Autowired
    HeavyWork() {
        this(Runtime.getRuntime().availableProcessors(), WAITING, PATIENCE);
    }

    /**
     * Takes the bounds from its caller.
     *
     * @param atOnce how many works are done at once
     * @param waiting how many more may wait
     * @param patience how long each may wait
     */
    HeavyWork(int atOnce, int waiting, Duration patience) {
        this.lanes = new Lanes(waiting);
        this.threads = new HeavyThreads(atOnce, lanes);
        this.patience = patience;
    }

    /**
     * Refuses a caller who would be refused later, before its body is read.
     *
     * @throws ApiException 503 if too many works wait
     */
    public void requireRoom() {
        if (lanes.isFull()) {
            throw busy();
        }
    }

    /** A work whose caller knows when it begins. */
    private static final class Work<T> extends FutureTask<T> {

        private final CountDownLatch begun;

        private Work(Callable<T> work, CountDownLatch begun) {
            super(() -> {
                begun.countDown();
                return work.call();
            });
            this.begun = begun;
        }
    }

    /**
     * Does a work when its turn comes, and waits for it.
     *
     * @param limit the longest time for the work, which is interrupted then
     * @param tooLong the refusal of a longer one
     * @throws ApiException 503 if its turn does not come in time
     */
    public <T> T run(Duration limit, Supplier<? extends RuntimeException> tooLong, Callable<T> work) {
        Work<T> waiting = new Work<>(work, new CountDownLatch(1));
        threads.start();
        if (!lanes.addWork(waiting)) {
            throw busy();
        }
        try {
            if (!waiting.begun.await(patience.toMillis(), TimeUnit.MILLISECONDS) && lanes.removeWork(waiting)) {
                throw busy();
            }
            return waiting.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooLong.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            lanes.removeWork(waiting);
            waiting.cancel(true);
        }
    }

    /**
     * Does a work on a body: a small one at once on this thread, a large one when its turn comes.
     *
     * @throws ApiException 503 if its turn does not come in time, or it takes more than five seconds
     */
    public <T> T run(byte[] body, Callable<T> work) {
        Callable<T> done = body.length > SMALL_BODY ? () -> run(BODY_LIMIT, HeavyWork::busy, work) : work;
        try {
            return done.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does a work on a thread of its own, for works of minutes of which there is one at a time; waits for it. */
    public static <T> T aside(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(LowWeight.of(task));
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            task.cancel(true);
        }
    }

    /** Does a line of a batch, in turn with the works; the sender bounds how many wait. */
    public void line(Runnable line) {
        threads.start();
        lanes.addLine(line);
    }

    /** Whether a work waits for its turn. */
    boolean isWaiting() {
        return lanes.waiting() > 0;
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException refusal -> refusal;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }

    /** The refusal of a work that the service has no room for. */
    public static ApiException busy() {
        return ApiException.later(
                ProblemKind.BUSY, "found too much work at once; try again in a moment", RETRY_AFTER_SECONDS);
    }

    @Override
    public void close() {
        threads.stop();
    }
}
