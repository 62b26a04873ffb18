package fr.ecolhuma.etreprof.ingestion.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cancels the statement that an interrupted thread waits for; otherwise the engine would run it to its end. */
final class InterruptWatch implements AutoCloseable {

    /** Runs a statement. */
    interface Work<T> {

        T run() throws SQLException;
    }

    private record Running(Thread caller, Statement statement) {}

    private static final Duration PERIOD = Duration.ofMillis(50);

    private final Thread watcher;
    private volatile @Nullable Running running;

    InterruptWatch() {
        watcher = Thread.ofPlatform().daemon().name("sql-interrupts").start(this::watch);
    }

    <T> T during(Statement statement, Work<T> work) throws SQLException {
        running = new Running(Thread.currentThread(), statement);
        try {
            return work.run();
        } finally {
            running = null;
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                cancel(running);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private static void cancel(@Nullable Running now) {
        if (now != null && now.caller().isInterrupted()) {
            try {
                now.statement().cancel();
            } catch (SQLException e) {
                // the statement is over; the watch covers the caller's next statement too
            }
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
