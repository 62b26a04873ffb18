package fr.ecolhuma.etreprof.spark;

import java.io.Serial;

/** Events that cannot be counted; the message says what was found, what was expected and what to do. */
final class JobException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    JobException(String message) {
        super(message);
    }
}
