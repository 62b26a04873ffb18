package fr.ecolhuma.etreprof.features;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads the small exports, one after the other, while the SQL engine is busy with the large one. */
final class SideReader implements AutoCloseable {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    /** Begins to read; what comes back waits for the end, and throws what the reading throws. */
    <T> Supplier<T> read(Supplier<T> reading) {
        Future<T> future = executor.submit(reading::get);
        return () -> await(future);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExportException("the extraction was interrupted");
        }
    }

    /** Waits for what is being read, so that no file is closed or deleted under its reader. */
    @Override
    public void close() {
        executor.close();
    }
}
