package fr.ecolhuma.etreprof.recompute.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job whose run made a model, in the form that survives restarts.
 *
 * @param key a digest of the caller's own name for the request, or null
 * @param result of a successful run; null if gates refused the model
 * @param reason why gates refused the model; null if they did not
 * @param candidate the model that gates refused; null if they did not
 * @param findings of the gates that refused it; empty if none did
 */
record JobRecord(
        String id,
        @Nullable String key,
        JobRequest request,
        Instant startedAt,
        Instant endedAt,
        @JsonProperty("summary") @Nullable RunResult result,
        @Nullable String reason,
        @Nullable String candidate,
        List<GateFinding> findings) {

    JobRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(request);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(endedAt);
        findings = List.copyOf(findings);
    }

    /** The record of a job; null if the run made no model: the same request may then begin a new run. */
    static @Nullable JobRecord of(Job job, @Nullable String key, JobState over, Instant endedAt) {
        if (over.version() == null) {
            return null;
        }
        JobState.Rejected rejected = over instanceof JobState.Rejected refused ? refused : null;
        return new JobRecord(
                job.id(),
                key,
                job.request(),
                job.startedAt(),
                endedAt,
                over.result(),
                rejected == null ? null : rejected.reason(),
                rejected == null ? null : rejected.candidate(),
                rejected == null ? List.of() : rejected.findings());
    }

    /** The job in its final state. */
    Job job() {
        Job job = new Job(id, request, startedAt);
        if (result == null) {
            String refused = String.valueOf(candidate);
            job.end(new JobState.Rejected(String.valueOf(reason), refused, findings), endedAt);
            job.complete(null, new RefusedException(refused, findings));
        } else {
            job.end(new JobState.Succeeded(result), endedAt);
            job.complete(result, null);
        }
        return job;
    }
}
