package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.classification.document.DocumentReader;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Bounds how many texts are classified and unpacked at once: request threads themselves have no bound. */
@Component
final class ClassifyWorkers implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int DOCUMENTS_WAITING = 16;
    private static final int BATCHES = 8;
    private static final int LINES_WAITING = 1024;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Duration DOCUMENT_LIMIT = Duration.ofSeconds(5);
    private static final Duration TEXT_WAIT = Duration.ofSeconds(2);

    private final ExecutorService unpacking = pool("documents", DOCUMENTS_WAITING);
    private final ExecutorService lines = pool("lines", LINES_WAITING);
    private final DocumentReader documents = new DocumentReader(unpacking, DOCUMENT_LIMIT);
    private final Semaphore batches = new Semaphore(BATCHES);
    private final Semaphore texts;
    private final Duration wait;

    /** Classifies as many texts at once as there are cores. */
    @Autowired
    ClassifyWorkers() {
        this(Runtime.getRuntime().availableProcessors(), TEXT_WAIT);
    }

    /**
     * Takes the bounds from its caller.
     *
     * @param atOnce how many texts are classified at once
     * @param wait how long others wait for their turn
     */
    ClassifyWorkers(int atOnce, Duration wait) {
        this.texts = new Semaphore(atOnce, true);
        this.wait = wait;
    }

    private static ExecutorService pool(String name, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Reads uploaded documents. */
    DocumentReader documents() {
        return documents;
    }

    /** Classifies the lines of all batches; its queue holds the windows of all batches that may run at once. */
    ExecutorService lines() {
        return lines;
    }

    /**
     * Runs a task on the caller's thread when its turn comes.
     *
     * @throws ApiException 503 if its turn does not come in time
     */
    <T> T oneOfAFew(Supplier<T> work) {
        if (!entered(texts, wait)) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            texts.release();
        }
    }

    /**
     * Makes room for a batch, until {@link #endBatch}.
     *
     * @throws ApiException 503 if there is no room
     */
    void beginBatch() {
        if (!batches.tryAcquire()) {
            throw busy();
        }
    }

    /** Gives the room back. */
    void endBatch() {
        batches.release();
    }

    private static boolean entered(Semaphore door, Duration wait) {
        try {
            return door.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ApiException busy() {
        return ApiException.unavailable("found too many texts in work; try again in a moment", RETRY_AFTER_SECONDS);
    }

    @Override
    public void close() {
        unpacking.shutdownNow();
        lines.shutdownNow();
    }
}
