package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param snapshot the new model, served from now on unless it was a dry run
 * @param previousVersion what was served before, or null
 * @param movedUsers users known to both whose segment changed
 * @param duration from the start to the end
 * @param published false after a dry run
 * @param warnings what a reader should know, mostly nothing
 * @param gates what each gate found
 * @param difference from what was served before, where a dry run asked for it; else null
 */
public record RecomputeReport(
        Snapshot snapshot,
        @Nullable String previousVersion,
        int movedUsers,
        Duration duration,
        boolean published,
        List<String> warnings,
        List<GateFinding> gates,
        @Nullable ModelDifference difference) {

    public RecomputeReport {
        warnings = List.copyOf(warnings);
        gates = List.copyOf(gates);
    }
}
