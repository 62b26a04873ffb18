package fr.ecolhuma.etreprof.recompute.run;

import java.io.Serial;

/** A run was requested while another one is running. */
public final class AlreadyRunningException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String job;

    public AlreadyRunningException(String job) {
        super("a recompute is running (job %s); wait for its end and try again".formatted(job));
        this.job = job;
    }

    /** The id of the running job. */
    public String job() {
        return job;
    }
}
