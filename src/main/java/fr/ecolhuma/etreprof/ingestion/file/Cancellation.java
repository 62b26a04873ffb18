package fr.ecolhuma.etreprof.ingestion.file;

import java.util.concurrent.CancellationException;

/** What reads for long asks between two rows whether anybody still waits. */
public final class Cancellation {

    private Cancellation() {}

    /**
     * Stops a thread that was interrupted.
     *
     * @throws CancellationException if it was; it stays so
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for the exports any more");
        }
    }

    /** What to throw when waiting was interrupted; the thread is interrupted again. */
    public static ExportException whileWaiting() {
        Thread.currentThread().interrupt();
        return new ExportException("the extraction was interrupted");
    }
}
