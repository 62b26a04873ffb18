package fr.ecolhuma.etreprof.recompute.run;

import java.io.Serial;

/** A check of exports was asked for while another one goes on. */
public final class CheckRunningException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public CheckRunningException() {
        super("a check of exports is running; wait for its end and try again");
    }
}
