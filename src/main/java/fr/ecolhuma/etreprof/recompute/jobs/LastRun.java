package fr.ecolhuma.etreprof.recompute.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** Its job, as far as this file says; empty if it made a model, which only the record of the job describes. */
    Optional<Job> asJob() {
        Job made = new Job(job, new JobRequest("", dryRun, by), startedAt, new StageShares(Map.of()));
        JobState over = switch (state) {
            case FAILED -> new JobState.Failed(String.valueOf(reason));
            case CANCELLED -> new JobState.Cancelled(String.valueOf(reason));
            case QUEUED, RUNNING, CANCELLING -> new JobState.Running(null, 0, state == JobState.Code.CANCELLING);
            case PUBLISHED, KEPT, REJECTED -> null;
        };
        if (over == null) {
            return Optional.empty();
        }
        made.restore(over, endedAt, 0, Map.of());
        return Optional.of(made);
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
