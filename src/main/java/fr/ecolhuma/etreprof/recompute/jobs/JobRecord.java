package fr.ecolhuma.etreprof.recompute.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A job that is over, in the form that survives restarts.
 *
 * @param key a digest of the caller's own name for the request, or null
 * @param result of a successful run; null if it made no live model or candidate
 * @param reason why it ended without success; null otherwise
 * @param candidate the model that gates refused; null if they did not
 * @param findings of the gates that refused it; empty if none did
 * @param state how it ended; null in older files, whose runs all made a model
 * @param rowsRead rows of the exports that it read; null in older files
 * @param stageMs milliseconds of each stage, by its code; null in older files
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
        List<GateFinding> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) JobState.@Nullable Code state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rowsRead,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> stageMs) {

    JobRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(request);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(endedAt);
        findings = List.copyOf(findings);
        stageMs = stageMs == null ? null : Map.copyOf(stageMs);
    }

    /** The record of a job. */
    static JobRecord of(Job job, @Nullable String key, JobState over, Instant endedAt) {
        JobState.Rejected rejected = over instanceof JobState.Rejected refused ? refused : null;
        RunResult result = over.result();
        Map<String, Long> times = new TreeMap<>();
        job.stageTimes().forEach((stage, time) -> times.put(stage.code(), time.toMillis()));
        return new JobRecord(
                job.id(),
                key,
                job.request(),
                job.startedAt(),
                endedAt,
                result,
                over.reason(),
                rejected == null ? null : rejected.candidate(),
                rejected == null ? List.of() : rejected.findings(),
                over.code(),
                result == null ? job.rowsRead() : result.rows().read(),
                times);
    }

    /** Whether its run made a model; if not, the same request may begin a new run. */
    boolean madeModel() {
        return result != null || candidate != null;
    }

    /** The same record without the names of some users; this instance if it names none of them. */
    JobRecord without(LongPredicate users) {
        if (result == null || result.without(users).equals(result)) {
            return this;
        }
        return new JobRecord(
                id,
                key,
                request,
                startedAt,
                endedAt,
                result.without(users),
                reason,
                candidate,
                findings,
                state,
                rowsRead,
                stageMs);
    }

    /** The job in its final state. */
    Job job() {
        Job job = new Job(id, request, startedAt, new StageShares(Map.of()));
        job.restore(end(), endedAt, Objects.requireNonNullElse(rowsRead, 0L), times());
        job.complete(result, result == null ? failure() : null);
        return job;
    }

    private JobState end() {
        if (result != null) {
            return new JobState.Succeeded(result);
        }
        String why = String.valueOf(reason);
        if (candidate != null) {
            return new JobState.Rejected(why, candidate, findings);
        }
        return state == JobState.Code.CANCELLED ? new JobState.Cancelled(why) : new JobState.Failed(why);
    }

    private RuntimeException failure() {
        if (candidate != null) {
            return new RefusedException(candidate, findings);
        }
        return state == JobState.Code.CANCELLED ? new CancellationException(reason) : new IllegalStateException(reason);
    }

    private Map<Progress.Stage, Duration> times() {
        Map<Progress.Stage, Duration> times = new EnumMap<>(Progress.Stage.class);
        if (stageMs != null) {
            for (Progress.Stage stage : Progress.Stage.values()) {
                Long millis = stageMs.get(stage.code());
                if (millis != null) {
                    times.put(stage, Duration.ofMillis(millis));
                }
            }
        }
        return times;
    }
}
