package fr.ecolhuma.etreprof.recompute.jobs;

import java.io.Serial;

/** A caller's key was sent before with another request. */
public final class KeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    KeyReusedException() {
        super(
                "Idempotency-Key: found a key that was sent before with other parameters, expected a new key for a new request");
    }
}
