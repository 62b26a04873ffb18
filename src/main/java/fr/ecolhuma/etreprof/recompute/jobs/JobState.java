package fr.ecolhuma.etreprof.recompute.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.training.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a job is. */
public sealed interface JobState {

    /** The name of a state in answers, files and metrics. */
    enum Code {
        QUEUED("queued"),
        RUNNING("running"),
        PUBLISHED("published"),
        KEPT("kept"),
        REJECTED("rejected"),
        FAILED("failed"),
        CANCELLED("cancelled");

        private final String wire;

        Code(String wire) {
            this.wire = wire;
        }

        /** As it is written. */
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    /** Not begun yet. */
    record Queued() implements JobState {}

    /**
     * At work.
     *
     * @param rows of the exports that were read, 0 before the first count
     */
    record Running(Progress.Stage stage, long rows) implements JobState {}

    /** Over; its model is served, or kept as a candidate after a dry run. */
    record Succeeded(RunResult result) implements JobState {}

    /** Over; gates refused the model, which is kept as a candidate. */
    record Rejected(String reason, String candidate, List<GateFinding> findings) implements JobState {

        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** Over for a reason that the operator can correct or report. */
    record Failed(String reason) implements JobState {}

    /** Over since a caller asked for it, or the service was stopped. */
    record Cancelled(String reason) implements JobState {}

    /** Its name. */
    default Code code() {
        return switch (this) {
            case Queued() -> Code.QUEUED;
            case Running _ -> Code.RUNNING;
            case Succeeded(RunResult result) -> result.published() ? Code.PUBLISHED : Code.KEPT;
            case Rejected _ -> Code.REJECTED;
            case Failed _ -> Code.FAILED;
            case Cancelled _ -> Code.CANCELLED;
        };
    }

    /** Why it ended without a model to serve; null otherwise. */
    default @Nullable String reason() {
        return null;
    }

    /** What its run has made; null before the end, and where there is no model to serve. */
    default @Nullable RunResult result() {
        return null;
    }

    /** The version that was made, refused or not; null where there is none. */
    default @Nullable String version() {
        return switch (this) {
            case Succeeded(RunResult result) -> result.version();
            case Rejected rejected -> rejected.candidate();
            case Queued _, Running _, Failed _, Cancelled _ -> null;
        };
    }

    /** Whether nothing changes any more. */
    default boolean isOver() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Succeeded _, Rejected _, Failed _, Cancelled _ -> true;
        };
    }
}
