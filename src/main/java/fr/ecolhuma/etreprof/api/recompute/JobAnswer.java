package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job in answers. */
record JobAnswer(boolean success, Fields job) {

    /**
     * The job.
     *
     * @param state queued, running, cancelling, published, kept (a dry run's end), rejected, failed or cancelled
     * @param stage the stage in work; null when the job is not running
     * @param percent the progress, 0 to 100; an estimate
     * @param rowsRead rows of the exports read so far; at the end all that were read
     * @param reason why it ended without a new model; null otherwise
     * @param result as in the answer to a call that waits; null before the end, and when no model was made
     */
    record Fields(
            String id,
            JobState.Code state,
            boolean dryRun,
            @Nullable String stage,
            int percent,
            long rowsRead,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable RunAnswer result) {}

    private static final int ALL = 100;

    /** @param erased users whom answers no longer name */
    static JobAnswer of(Job job, Erasures erased) {
        JobState state = job.state();
        return new JobAnswer(
                true,
                new Fields(
                        job.id(),
                        state.code(),
                        job.request().dryRun(),
                        stage(state),
                        state.isOver() ? ALL : job.percent(),
                        job.rowsRead(),
                        job.startedAt(),
                        job.endedAt(),
                        state.reason(),
                        result(state, erased)));
    }

    /** The stage in work, for people; null if none is, or if it is not known. */
    static @Nullable String stage(JobState state) {
        Progress.Stage stage = state instanceof JobState.Running running ? running.stage() : null;
        return stage == null ? null : stage.label();
    }

    private static @Nullable RunAnswer result(JobState state, Erasures erased) {
        RunResult result = state.result();
        return result == null ? null : RunAnswer.of(result, erased);
    }
}
