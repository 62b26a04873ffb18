package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which exports may not be of years ago.
 *
 * @param pipeline knows the present
 * @param demo says whether exports are the demo's, which stay as they are
 */
record ExportAge(Pipeline pipeline, Predicate<Exports> demo) {

    /** The instant that the as-of is judged from; null for the demo, or where a day was asked for. */
    @Nullable
    LocalDateTime judgedFrom(Exports exports, @Nullable LocalDate asOf) {
        return asOf != null || demo.test(exports) ? null : pipeline.now();
    }
}
