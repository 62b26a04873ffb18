package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run that ended well; holds no model.
 *
 * @param version of the new model
 * @param users in it
 * @param sizes users of each segment, in id order
 * @param rows what became of the rows of users, contents and interactions
 * @param previousVersion what was served before, or null
 * @param difference from it, after a dry run; else null
 */
public record RecomputeSummary(
        String version,
        int users,
        List<Integer> sizes,
        List<RowAccount> rows,
        @Nullable String previousVersion,
        int movedUsers,
        Duration duration,
        boolean published,
        List<String> warnings,
        List<GateFinding> gates,
        @Nullable ModelDifference difference) {

    public static RecomputeSummary of(RecomputeReport report) {
        return new RecomputeSummary(
                report.snapshot().version(),
                report.snapshot().model().users().size(),
                report.snapshot().model().quality().sizes(),
                report.snapshot().model().provenance().rows(),
                report.previousVersion(),
                report.movedUsers(),
                report.duration(),
                report.published(),
                report.warnings(),
                report.gates(),
                report.difference());
    }

    /** The same, without naming some users. */
    public RecomputeSummary without(LongPredicate users) {
        return difference == null
                ? this
                : new RecomputeSummary(
                        version,
                        this.users,
                        sizes,
                        rows,
                        previousVersion,
                        movedUsers,
                        duration,
                        published,
                        warnings,
                        gates,
                        difference.without(users));
    }
}
