package fr.ecolhuma.etreprof.recompute.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last run ended, as it is kept over restarts.
 *
 * @param state as {@link JobState#code()}
 * @param reason why it ended so; null where nothing went wrong
 * @param modelVersion what it made, or null
 * @param skippedAt when a scheduled run was last skipped since this one was at work, or null
 */
public record LastRun(
        String job,
        String state,
        boolean dryRun,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String modelVersion,
        @Nullable Instant skippedAt) {

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
                state.reason(),
                version(state),
                job.skippedAt());
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
                job,
                "failed",
                dryRun,
                by,
                startedAt,
                now,
                "the service was stopped while it ran",
                modelVersion,
                skippedAt);
    }
}
