package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBDriver;

/**
 * The SQL engine's native code, which the first database to be opened loads: half a second's work, on a cold disk two.
 * An interrupt cannot stop it, and would make the engine unusable in this process. So a thread of its own loads it
 * once, and an interrupted caller stops waiting for it.
 */
public final class EngineLoad {

    /** A copy that is older has been loaded. */
    private static final Duration LOADING_TIME = Duration.ofMinutes(10);

    private static final FutureTask<Void> LOADING = new FutureTask<>(EngineLoad::load, null);

    static {
        Thread.ofPlatform().daemon().name("engine-load").start(LOADING);
    }

    private EngineLoad() {}

    private static void load() {
        removeRemains(Path.of(System.getProperty("java.io.tmpdir")));
        try {
            connect("jdbc:duckdb:").close();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** A connection by the engine's own driver: the JDK's manager would load every driver of the class path. */
    static Connection connect(String url) throws SQLException {
        return new DuckDBDriver().connect(url, new Properties());
    }

    /** Removes the copies of the code that killed processes have left; a process that still runs has no more use for its copy. */
    static void removeRemains(Path temporary) {
        FileTime old = FileTime.from(Instant.now().minus(LOADING_TIME));
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(temporary, "libduckdb_java*")) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).compareTo(old) < 0) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // nothing depends on it; the next start tries again
        }
    }

    /** Begins, and returns at once; loading this class has already begun the work. */
    public static void begin() {}

    /**
     * Waits for its end. A database that cannot be opened is not reported here: opening the next one fails in the same way.
     *
     * @throws ExportException if the thread is interrupted, or the temporary disk has no room for the engine's code: this
     *     process cannot load it a second time
     */
    public static void await() {
        try {
            LOADING.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkageError) {
                throw ExportException.diskFull("the SQL engine, which needs 100 MB and a restart of the service");
            }
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }
}
