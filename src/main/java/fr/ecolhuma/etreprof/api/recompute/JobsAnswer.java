package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code GET /clusters/recompute/jobs}, the newest job first. */
record JobsAnswer(boolean success, List<Line> jobs) {

    /**
     * A job without its result.
     *
     * @param by the person or the program that asked for it
     * @param modelVersion the version that it made, even if gates refused it
     */
    record Line(
            String id,
            JobState.Code state,
            boolean dryRun,
            String by,
            @Nullable String stage,
            int percent,
            long rowsRead,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable String modelVersion) {

        private static Line of(Job job) {
            JobState state = job.state();
            return new Line(
                    job.id(),
                    state.code(),
                    job.request().dryRun(),
                    job.request().by(),
                    JobAnswer.stage(state),
                    job.percent(),
                    job.rowsRead(),
                    job.startedAt(),
                    job.endedAt(),
                    state.reason(),
                    state.version());
        }
    }

    JobsAnswer {
        jobs = List.copyOf(jobs);
    }

    static JobsAnswer of(List<Job> jobs) {
        return new JobsAnswer(true, jobs.stream().map(Line::of).toList());
    }
}
