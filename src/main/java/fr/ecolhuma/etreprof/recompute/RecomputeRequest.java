package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.features.Exports;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to recompute.
 *
 * @param exports the exports to read
 * @param asOf the day at whose end everything is counted, or null for the latest event
 * @param dryRun whether nothing is saved or served
 */
public record RecomputeRequest(Exports exports, @Nullable LocalDate asOf, boolean dryRun) {}
