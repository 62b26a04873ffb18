package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The request for one run.
 *
 * @param exports the exports to read
 * @param asOf the day at whose end everything is counted, or null for the latest event
 * @param dryRun whether the model is kept as a candidate and nothing is published
 * @param force whether it is published even if gates refuse it
 * @param by the person or the program that asks, for the history
 */
public record RunRequest(Exports exports, @Nullable LocalDate asOf, boolean dryRun, boolean force, String by) {

    /** A request that gates may refuse, for tests and short calls. */
    public RunRequest(Exports exports, @Nullable LocalDate asOf, boolean dryRun) {
        this(exports, asOf, dryRun, false, "unknown");
    }
}
