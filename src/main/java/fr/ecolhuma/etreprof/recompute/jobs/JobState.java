package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.RecomputeSummary;
import fr.ecolhuma.etreprof.recompute.training.Progress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a job is. */
public sealed interface JobState {

    /** Not begun yet. */
    record Queued() implements JobState {}

    /**
     * At work.
     *
     * @param rows of the exports that were read, 0 before the first count
     */
    record Running(Progress.Stage stage, long rows) implements JobState {}

    /** Over; its model is served. */
    record Published(RecomputeSummary summary) implements JobState {}

    /** Over; a dry run's model is kept as a candidate. */
    record Kept(RecomputeSummary summary) implements JobState {}

    /** Over; gates refused the model, which is kept as a candidate. */
    record Rejected(String reason, String candidate, List<GateFinding> findings) implements JobState {

        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** Over for a reason that the operator can mend or report. */
    record Failed(String reason) implements JobState {}

    /** Over since someone wished so, or the service was stopped. */
    record Cancelled(String reason) implements JobState {}

    /** Why it ended without a model to serve; null otherwise. */
    default @Nullable String reason() {
        return null;
    }

    /** Its name in answers. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing changes any more. */
    default boolean isOver() {
        return !(this instanceof Queued || this instanceof Running);
    }
}
