package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.Judgement;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a version goes live.
 *
 * @param by the person or the program that asked for it
 * @param forced whether it goes live although gates refused it
 * @param duration of the recompute, or null
 * @param exports a digest of the exports' addresses, or null
 * @param note for the history, or null
 */
public record SwitchCause(
        ModelHistory.Action action,
        String by,
        boolean forced,
        @Nullable Duration duration,
        @Nullable String exports,
        @Nullable String note) {

    static SwitchCause of(ModelHistory.Action action, String by) {
        return new SwitchCause(action, by, false, null, null, null);
    }

    /** The cause for a judged version; if gates refused it, the history says that it was forced. */
    public static SwitchCause of(
            ModelHistory.Action action, String by, @Nullable Duration duration, Judgement judgement) {
        boolean forced = judgement.refuses();
        return new SwitchCause(
                action,
                by,
                forced,
                duration,
                judgement.exports(),
                forced ? "forced despite: " + GateFinding.refusals(judgement.findings()) : null);
    }
}
