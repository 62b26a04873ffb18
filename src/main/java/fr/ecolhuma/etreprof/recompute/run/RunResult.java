package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run; it holds no model, so that many results can be kept.
 *
 * @param version of the new model
 * @param users the number of its users
 * @param sizes users of each segment, in id order
 * @param rows what became of the rows of users, contents and events
 * @param columns what the cells of each column said
 * @param previousVersion what was served before, or null
 * @param movedUsers users known to both models whose segment changed
 * @param duration from the start to the end
 * @param published false after a dry run, whose model is kept as a candidate
 * @param warnings remarks for readers, mostly none
 * @param gates the finding of each gate
 * @param difference from the version served before, after a dry run; else null
 */
public record RunResult(
        String version,
        int users,
        List<Integer> sizes,
        RowAccounts rows,
        List<ColumnAccount> columns,
        @Nullable String previousVersion,
        int movedUsers,
        Duration duration,
        boolean published,
        List<String> warnings,
        List<GateFinding> gates,
        @Nullable ModelDifference difference) {

    public RunResult {
        sizes = List.copyOf(sizes);
        // an answer that an earlier service kept has none
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
        warnings = List.copyOf(warnings);
        gates = List.copyOf(gates);
    }

    /** The same result without the names of some users. */
    public RunResult without(LongPredicate users) {
        return difference == null
                ? this
                : new RunResult(
                        version,
                        this.users,
                        sizes,
                        rows,
                        columns,
                        previousVersion,
                        movedUsers,
                        duration,
                        published,
                        warnings,
                        gates,
                        difference.without(users));
    }
}
