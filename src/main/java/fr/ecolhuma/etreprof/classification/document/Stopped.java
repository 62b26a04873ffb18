package fr.ecolhuma.etreprof.classification.document;

import java.util.concurrent.CancellationException;

/** The end of a reading that nobody waits for any more. */
final class Stopped {

    private Stopped() {}

    /**
     * Goes on unless this thread is interrupted.
     *
     * @throws CancellationException if it is
     */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the reading was stopped");
        }
    }
}
