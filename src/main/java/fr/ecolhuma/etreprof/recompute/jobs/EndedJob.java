package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.run.RecomputeSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that made a model, as it is kept over restarts.
 *
 * @param key a digest of the caller's own name for the request, or null
 * @param summary of a run that ended well; null of one that gates refused
 * @param reason why gates refused the model; null where they did not
 * @param candidate the model that gates refused; null where they did not
 * @param findings of the gates that refused it; empty where none did
 */
record EndedJob(
        String id,
        @Nullable String key,
        JobRequest request,
        Instant startedAt,
        Instant endedAt,
        @Nullable RecomputeSummary summary,
        @Nullable String reason,
        @Nullable String candidate,
        List<GateFinding> findings) {

    EndedJob {
        findings = List.copyOf(findings);
    }

    /** Null where the run has made nothing: asked for again, it may begin anew. */
    static @Nullable EndedJob of(RecomputeJob job, @Nullable String key, JobState over, Instant endedAt) {
        if (over instanceof JobState.Published published) {
            return ended(job, key, endedAt, published.summary());
        }
        if (over instanceof JobState.Kept kept) {
            return ended(job, key, endedAt, kept.summary());
        }
        return over instanceof JobState.Rejected rejected
                ? new EndedJob(
                        job.id(),
                        key,
                        job.request(),
                        job.startedAt(),
                        endedAt,
                        null,
                        rejected.reason(),
                        rejected.candidate(),
                        rejected.findings())
                : null;
    }

    private static EndedJob ended(RecomputeJob job, @Nullable String key, Instant endedAt, RecomputeSummary summary) {
        return new EndedJob(job.id(), key, job.request(), job.startedAt(), endedAt, summary, null, null, List.of());
    }

    /** The job as it was when it was over. */
    RecomputeJob job() {
        RecomputeJob job = new RecomputeJob(id, request, startedAt);
        if (summary == null) {
            String refused = String.valueOf(candidate);
            job.end(new JobState.Rejected(String.valueOf(reason), refused, findings), endedAt);
            job.complete(null, new RefusedException(refused, findings));
        } else {
            job.end(summary.published() ? new JobState.Published(summary) : new JobState.Kept(summary), endedAt);
            job.complete(summary, null);
        }
        return job;
    }
}
