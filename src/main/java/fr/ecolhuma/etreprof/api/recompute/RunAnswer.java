package fr.ecolhuma.etreprof.api.recompute;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.api.served.RowsAnswer;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /clusters/recompute}.
 *
 * @param candidateVersion the version that a dry run kept, ready to be promoted
 * @param gates the finding of each gate
 * @param difference of a dry run's candidate from the live version
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
        RowsAnswer rows,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String candidateVersion,
        List<GateFinding> gates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ModelDifference difference) {

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
                RowsAnswer.of(result.rows(), result.columns()),
                result.warnings(),
                result.published() ? null : result.version(),
                result.gates(),
                result.difference());
    }
}
