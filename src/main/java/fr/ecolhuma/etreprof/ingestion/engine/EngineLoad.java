package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The SQL engine's native code, which the first database to be opened loads: half a second's work, on a cold disk two.
 * No interrupt stops it, and one that did would spoil the engine for the process; so it is done once, by a thread of
 * its own, and who is interrupted no longer waits for it.
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

    /** Begins, and returns at once; the first mention of this class has done so. */
    public static void begin() {}

    /**
     * Waits for its end. A failure is told by who opens a database, and so meets it too.
     *
     * @throws ExportException if the thread is interrupted
     */
    public static void await() {
        try {
            LOADING.get();
        } catch (ExecutionException e) {
            // as said above
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }
}
