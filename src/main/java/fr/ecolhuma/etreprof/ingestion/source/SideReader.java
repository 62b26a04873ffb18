package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads the small exports, one after the other, while the SQL engine is busy with the large one. */
public final class SideReader implements AutoCloseable {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final List<Table> tables = new ArrayList<>();

    /** Begins to read; the result waits for the end and throws the exceptions of the reading. */
    public <T> Supplier<T> read(InputFiles.Opened<T> opened) {
        tables.add(opened.table());
        Future<T> future = executor.submit(() -> opened.reading().get());
        return () -> await(future);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }

    /** Stops a read that still runs and waits for its end, so that no file is closed while it is read. */
    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
        tables.forEach(Table::close);
    }
}
