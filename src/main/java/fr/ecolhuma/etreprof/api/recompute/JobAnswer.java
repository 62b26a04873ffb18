package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as answers show it. */
record JobAnswer(boolean success, Fields job) {

    /**
     * The job.
     *
     * @param state queued, running, published, kept (a dry run's end), rejected, failed or cancelled
     * @param stage what is being done; null when nothing is
     * @param percent about how much of it is over, 0 to 100
     * @param rowsRead rows of the exports read so far
     * @param reason why it ended without a model to serve; null otherwise
     * @param result as in the answer to a call that waits; null before the end and without a model
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

    /** @param erased users who are not named any more */
    static JobAnswer of(Job job, Erasures erased) {
        JobState state = job.state();
        JobState.Running running = state instanceof JobState.Running now ? now : null;
        return new JobAnswer(
                true,
                new Fields(
                        job.id(),
                        state.code(),
                        job.request().dryRun(),
                        running == null ? null : running.stage().label(),
                        running == null
                                ? (state.isOver() ? ALL : 0)
                                : running.stage().percent(),
                        running == null ? 0 : running.rows(),
                        job.startedAt(),
                        job.endedAt(),
                        state.reason(),
                        result(state, erased)));
    }

    private static @Nullable RunAnswer result(JobState state, Erasures erased) {
        RunResult result = state.result();
        return result == null ? null : RunAnswer.of(result, erased);
    }
}
