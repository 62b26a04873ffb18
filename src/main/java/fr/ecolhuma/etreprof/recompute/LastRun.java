package fr.ecolhuma.etreprof.recompute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last run ended, as it is kept over restarts.
 *
 * @param state as {@link JobState#code()}
 * @param reason why it ended so; null where nothing went wrong
 * @param modelVersion what it made, or null
 */
public record LastRun(
        String job,
        String state,
        boolean dryRun,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String modelVersion) {

    /** The state of one that is at work. */
    static final String RUNNING = "running";

    static LastRun of(RecomputeJob job, JobState state, @Nullable Instant endedAt) {
        return new LastRun(
                job.id(),
                state.code(),
                job.request().dryRun(),
                job.request().by(),
                job.startedAt(),
                endedAt,
                reason(state),
                version(state));
    }

    private static @Nullable String reason(JobState state) {
        if (state instanceof JobState.Failed failed) {
            return failed.reason();
        }
        return state instanceof JobState.Rejected rejected ? rejected.reason() : null;
    }

    private static @Nullable String version(JobState state) {
        if (state instanceof JobState.Published published) {
            return published.summary().version();
        }
        if (state instanceof JobState.Kept kept) {
            return kept.summary().version();
        }
        return state instanceof JobState.Rejected rejected ? rejected.candidate() : null;
    }

    LastRun interrupted(Instant now) {
        return new LastRun(
                job, "failed", dryRun, by, startedAt, now, "the service was stopped while it ran", modelVersion);
    }
}
