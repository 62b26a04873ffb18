package fr.ecolhuma.etreprof.classification.linear;

import java.io.Serial;

/** A classifier that cannot be trained or read; the message says what was found and what was expected. */
public final class ClassifierException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A refusal. */
    public ClassifierException(String message) {
        super(message);
    }
}
