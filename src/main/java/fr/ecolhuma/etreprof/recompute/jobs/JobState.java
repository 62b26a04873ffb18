package fr.ecolhuma.etreprof.recompute.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a job. */
public sealed interface JobState {

    /** The name of a state in answers, files and metrics. */
    enum Code {
        QUEUED("queued"),
        RUNNING("running"),
        CANCELLING("cancelling"),
        PUBLISHED("published"),
        KEPT("kept"),
        REJECTED("rejected"),
        FAILED("failed"),
        CANCELLED("cancelled");

        private final String wire;

        Code(String wire) {
            this.wire = wire;
        }

        /** The text of the name. */
        @JsonValue
        public String wire() {
            return wire;
        }

        /** Whether it is the name of a final state. */
        public boolean isOver() {
            return this != QUEUED && this != RUNNING && this != CANCELLING;
        }
    }

    /** The job has not begun yet. */
    record Queued() implements JobState {}

    /**
     * The job is running.
     *
     * @param stage the stage in work; null where another process runs the job
     * @param rows how many rows of the exports were read, 0 before the first count
     * @param cancelling whether it was asked to stop
     */
    record Running(Progress.@Nullable Stage stage, long rows, boolean cancelling) implements JobState {}

    /** The job is over; its model is live, or kept as a candidate after a dry run. */
    record Succeeded(RunResult result) implements JobState {}

    /** The job is over; gates refused the model, which is kept as a candidate. */
    record Rejected(String reason, String candidate, List<GateFinding> findings) implements JobState {

        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** The job failed for a reason that the operator can correct or report. */
    record Failed(String reason) implements JobState {}

    /** The job was cancelled by a caller, or by the stop of the service. */
    record Cancelled(String reason) implements JobState {}

    /** Its name. */
    default Code code() {
        return switch (this) {
            case Queued() -> Code.QUEUED;
            case Running running -> running.cancelling() ? Code.CANCELLING : Code.RUNNING;
            case Succeeded(RunResult result) -> result.published() ? Code.PUBLISHED : Code.KEPT;
            case Rejected _ -> Code.REJECTED;
            case Failed _ -> Code.FAILED;
            case Cancelled _ -> Code.CANCELLED;
        };
    }

    /** Why it ended without a new model; null otherwise. */
    default @Nullable String reason() {
        return null;
    }

    /** The result of its run; null before the end, and when there is no new model. */
    default @Nullable RunResult result() {
        return null;
    }

    /** The version that was made, even if it was refused; null when there is none. */
    default @Nullable String version() {
        return switch (this) {
            case Succeeded(RunResult result) -> result.version();
            case Rejected rejected -> rejected.candidate();
            case Queued _, Running _, Failed _, Cancelled _ -> null;
        };
    }

    /** Whether the state is final. */
    default boolean isOver() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Succeeded _, Rejected _, Failed _, Cancelled _ -> true;
        };
    }
}
