package fr.ecolhuma.etreprof.recompute.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last run ended, or that it goes on; kept over restarts.
 *
 * @param job the id of its job
 * @param reason why it ended so; null where nothing went wrong
 * @param modelVersion what it made, or null
 * @param skippedAt when a scheduled run was last skipped since this one was at work, or null
 */
public record LastRun(
        String job,
        JobState.Code state,
        boolean dryRun,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String modelVersion,
        @Nullable Instant skippedAt) {

    static LastRun of(Job job, JobState state, @Nullable Instant endedAt) {
        return new LastRun(
                job.id(),
                state.code(),
                job.request().dryRun(),
                job.request().by(),
                job.startedAt(),
                endedAt,
                state.reason(),
                state.version(),
                job.skippedAt());
    }

    LastRun interrupted(Instant now) {
        return new LastRun(
                job,
                JobState.Code.FAILED,
                dryRun,
                by,
                startedAt,
                now,
                "the service was stopped while it ran",
                modelVersion,
                skippedAt);
    }
}
