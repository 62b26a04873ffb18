package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.jobs.RecomputeJob;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recompute job as it is answered. */
record JobAnswer(boolean success, Job job) {

    /**
     * The job.
     *
     * @param state queued, running, published, kept (a dry run's end), rejected, failed or cancelled
     * @param stage what is being done; null when nothing is
     * @param percent about how much of it is over, 0 to 100
     * @param rowsRead rows of the exports read so far
     * @param reason why it ended without a model to serve; null otherwise
     * @param result what the call that waits is answered; null before the end and without a model
     */
    record Job(
            String id,
            String state,
            boolean dryRun,
            @Nullable String stage,
            int percent,
            long rowsRead,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable RecomputeAnswer result) {}

    private static final int ALL = 100;

    /** @param erased who is not named any more */
    static JobAnswer of(RecomputeJob job, Erasures erased) {
        JobState state = job.state();
        JobState.Running running = state instanceof JobState.Running now ? now : null;
        return new JobAnswer(
                true,
                new Job(
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

    private static @Nullable RecomputeAnswer result(JobState state, Erasures erased) {
        if (state instanceof JobState.Published published) {
            return RecomputeAnswer.of(published.summary(), erased);
        }
        return state instanceof JobState.Kept kept ? RecomputeAnswer.of(kept.summary(), erased) : null;
    }
}
