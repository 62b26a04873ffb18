package fr.ecolhuma.etreprof.api.recompute;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /clusters/recompute}.
 *
 * @param candidateVersion what a dry run kept, to be promoted
 * @param gates what each gate found
 * @param difference of a dry run's candidate from what is live
 */
record RunAnswer(
        boolean success,
        String message,
        int totalUsersProcessed,
        Map<String, Integer> clusterDistribution,
        String processingTime,
        long durationMs,
        @Nullable String modelVersion,
        @Nullable String previousModelVersion,
        int movedUsers,
        Rows rows,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String candidateVersion,
        List<GateFinding> gates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ModelDifference difference) {

    /**
     * What became of the rows.
     *
     * @param reasons rejected events by reason
     * @param files every export: rows read, kept and rejected by reason, with the first lines
     * @param columns every column that is read: cells filled, null, understood and not, with the first that are not
     */
    record Rows(
            long usersRead,
            long usersKept,
            long contentsRead,
            long contentsKept,
            long eventsRead,
            long eventsKept,
            long eventsRejected,
            Map<String, Long> reasons,
            List<RowAccount> files,
            List<ColumnAccount> columns) {

        static Rows of(RowAccounts accounts, List<ColumnAccount> columns) {
            RowAccount events = accounts.events();
            Map<String, Long> reasons = new TreeMap<>(Map.of("bad_date", 0L));
            events.rejected().forEach((reason, rejection) -> reasons.put(reason, rejection.rows()));
            return new Rows(
                    accounts.users().read(),
                    accounts.users().kept(),
                    accounts.contents().read(),
                    accounts.contents().kept(),
                    events.read(),
                    events.kept(),
                    events.rejectedRows(),
                    reasons,
                    accounts.files(),
                    columns);
        }
    }

    /** @param erased users who are not named any more, though a dry run before the erasure did */
    static RunAnswer of(RunResult made, Erasures erased) {
        RunResult result = made.without(erased::has);
        Map<String, Integer> distribution = new LinkedHashMap<>();
        for (int segment = 0; segment < result.sizes().size(); segment++) {
            distribution.put("cluster_" + segment, result.sizes().get(segment));
        }
        return new RunAnswer(
                true,
                result.published() ? "Clusters recomputed successfully" : "Dry run: nothing was published",
                result.users(),
                distribution,
                String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0),
                result.duration().toMillis(),
                result.published() ? result.version() : null,
                result.previousVersion(),
                result.movedUsers(),
                Rows.of(result.rows(), result.columns()),
                result.warnings(),
                result.published() ? null : result.version(),
                result.gates(),
                result.difference());
    }
}
