package fr.ecolhuma.etreprof.ingestion.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cancels the statement that an interrupted thread waits for; otherwise the engine would run it to its end. */
public final class InterruptWatch implements AutoCloseable {

    /** Runs a statement. */
    public interface Work<T, E extends Exception> {

        T run() throws SQLException, E;
    }

    /** Stops a statement. */
    public interface Stop {

        void stop() throws SQLException;
    }

    private record Running(Thread caller, Stop stop) {}

    private static final Duration PERIOD = Duration.ofMillis(50);

    private final Thread watcher;
    private volatile @Nullable Running running;

    /** A watch over one connection, for one statement at a time. */
    public InterruptWatch() {
        watcher = Thread.ofPlatform().daemon().name("sql-interrupts").start(this::watch);
    }

    /** Runs a statement under the watch. */
    public <T, E extends Exception> T during(Statement statement, Work<T, E> work) throws SQLException, E {
        return during(statement::cancel, work);
    }

    /** Runs a statement under the watch, which others than itself can stop. */
    public <T, E extends Exception> T during(Stop stop, Work<T, E> work) throws SQLException, E {
        running = new Running(Thread.currentThread(), stop);
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
                now.stop().stop();
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
