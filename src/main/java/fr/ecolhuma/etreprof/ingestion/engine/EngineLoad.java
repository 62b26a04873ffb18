package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The SQL engine's native code, which the first database to be opened loads: half a second's work, on a cold disk two.
 * An interrupt cannot stop it, and would make the engine unusable in this process. So a thread of its own loads it
 * once, and an interrupted caller stops waiting for it.
 */
public final class EngineLoad {

    private static final FutureTask<Void> LOADING = new FutureTask<>(EngineLoad::load, null);

    static {
        Thread.ofPlatform().daemon().name("engine-load").start(LOADING);
    }

    private EngineLoad() {}

    private static void load() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** Begins, and returns at once; loading this class has already begun the work. */
    public static void begin() {}

    /**
     * Waits for its end. A failure is not reported here: opening a database fails in the same way.
     *
     * @throws ExportException if the thread is interrupted
     */
    public static void await() {
        try {
            LOADING.get();
        } catch (ExecutionException e) {
            // opening a database reports it
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }
}
