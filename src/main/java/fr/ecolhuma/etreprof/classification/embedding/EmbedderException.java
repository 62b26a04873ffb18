package fr.ecolhuma.etreprof.classification.embedding;

import java.io.Serial;

/** An embedder that cannot be used; the message says what was found, what was expected and what to do. */
public final class EmbedderException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    EmbedderException(String message) {
        super(message);
    }
}
