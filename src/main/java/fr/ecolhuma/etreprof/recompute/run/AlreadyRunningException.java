package fr.ecolhuma.etreprof.recompute.run;

import java.io.Serial;

/** A run was asked for while another one goes on. */
public final class AlreadyRunningException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String job;

    public AlreadyRunningException(String job) {
        super("a recompute is running (job %s); wait for its end and try again".formatted(job));
        this.job = job;
    }

    /** The id of the run that goes on. */
    public String job() {
        return job;
    }
}
