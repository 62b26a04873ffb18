package fr.ecolhuma.etreprof.ingestion.file;

import java.util.concurrent.CancellationException;

/** Lets long reads check between two rows whether their thread was interrupted. */
public final class Cancellation {

    private Cancellation() {}

    /**
     * Stops a thread that was interrupted.
     *
     * @throws CancellationException if it was; it stays interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading the exports was cancelled");
        }
    }

    /** The exception for an interrupted wait; the thread is interrupted again. */
    public static ExportException whileWaiting() {
        Thread.currentThread().interrupt();
        return new ExportException("the extraction was interrupted; start it again");
    }
}
