package fr.ecolhuma.etreprof.recompute.jobs;

import java.io.Serial;

/** A caller's key named another request before. */
public final class KeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    KeyReusedException() {
        super("Idempotency-Key: found one that was sent with other parameters, expected a new key for a new request");
    }
}
