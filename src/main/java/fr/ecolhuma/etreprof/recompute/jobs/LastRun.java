package fr.ecolhuma.etreprof.recompute.jobs;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of the last run; kept over restarts.
 *
 * @param job the id of its job
 * @param reason why it ended without success; null otherwise
 * @param modelVersion the version that it made, or null
 * @param skippedAt when a scheduled run was last skipped because of this one, or null
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

    public LastRun {
        Objects.requireNonNull(job);
        Objects.requireNonNull(state);
        Objects.requireNonNull(by);
        Objects.requireNonNull(startedAt);
    }

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
