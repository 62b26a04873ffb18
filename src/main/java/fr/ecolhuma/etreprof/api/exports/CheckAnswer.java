package fr.ecolhuma.etreprof.api.exports;

import fr.ecolhuma.etreprof.api.served.RowsAnswer;
import fr.ecolhuma.etreprof.recompute.gates.Entrance;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.ExportCheck;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /exports/check}.
 *
 * @param accepted whether a recompute would go on to learn
 * @param asOf the instant at which everything is counted, UTC
 * @param joins what of one export is found in another
 * @param meanAnciennete mean years of teaching; null when no user has them
 * @param gates what each gate found that judges the exports alone
 */
record CheckAnswer(
        boolean success,
        boolean accepted,
        String message,
        LocalDateTime asOf,
        RowsAnswer rows,
        Entrance.Joins joins,
        @Nullable Double meanAnciennete,
        List<GateFinding> gates) {

    static CheckAnswer of(ExportCheck.Result result) {
        Entrance entrance = result.entrance();
        OptionalDouble years = entrance.meanAnciennete();
        return new CheckAnswer(
                true,
                !result.refused(),
                result.refused()
                        ? "a recompute would be refused: " + GateFinding.refusals(result.findings())
                        : "the exports can be learnt from",
                entrance.asOf(),
                RowsAnswer.of(entrance.rows(), entrance.columns()),
                entrance.joins(),
                years.isPresent() ? years.getAsDouble() : null,
                result.findings());
    }
}
