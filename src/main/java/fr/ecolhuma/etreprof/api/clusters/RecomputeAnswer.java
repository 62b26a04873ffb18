package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.features.RowAccount;
import fr.ecolhuma.etreprof.recompute.RecomputeReport;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /clusters/recompute}. */
record RecomputeAnswer(
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
        List<String> warnings) {

    /**
     * What became of the rows.
     *
     * @param reasons rejected events by reason
     * @param files every export: rows read, kept and rejected by reason, with the first lines
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
            List<RowAccount> files) {

        static Rows of(List<RowAccount> accounts) {
            RowAccount users = accounts.get(0);
            RowAccount contents = accounts.get(1);
            RowAccount events = accounts.get(2);
            Map<String, Long> reasons = new TreeMap<>(Map.of("bad_date", 0L));
            events.rejected().forEach((reason, rejection) -> reasons.put(reason, rejection.rows()));
            return new Rows(
                    users.read(),
                    users.kept(),
                    contents.read(),
                    contents.kept(),
                    events.read(),
                    events.kept(),
                    events.rejectedRows(),
                    reasons,
                    accounts);
        }
    }

    static RecomputeAnswer of(RecomputeReport report) {
        Snapshot snapshot = report.snapshot();
        List<Integer> sizes = snapshot.model().quality().sizes();
        Map<String, Integer> distribution = new LinkedHashMap<>();
        for (int segment = 0; segment < sizes.size(); segment++) {
            distribution.put("cluster_" + segment, sizes.get(segment));
        }
        return new RecomputeAnswer(
                true,
                report.published() ? "Clusters recomputed successfully" : "Dry run: nothing was published",
                snapshot.model().users().size(),
                distribution,
                String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1000.0),
                report.duration().toMillis(),
                report.published() ? snapshot.version() : null,
                report.previousVersion(),
                report.movedUsers(),
                Rows.of(snapshot.model().provenance().rows()),
                report.warnings());
    }
}
