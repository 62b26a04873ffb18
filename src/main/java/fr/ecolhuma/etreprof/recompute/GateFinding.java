package fr.ecolhuma.etreprof.recompute;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one gate found.
 *
 * @param gate its name, such as {@code rows_users}
 * @param found the figure, up to four decimals
 * @param limit what it had to keep, such as {@code at least 0.5}
 * @param verdict whether it did
 */
public record GateFinding(String gate, double found, String limit, Verdict verdict) {

    /** What follows from a figure. */
    public enum Verdict {
        PASSED,
        /** Published with a warning. */
        WATCH,
        REFUSED
    }

    private static final double DECIMALS = 10_000;

    static GateFinding atLeast(String gate, double found, double limit) {
        return of(gate, found, "at least " + shown(limit), found >= limit ? Verdict.PASSED : Verdict.REFUSED);
    }

    static GateFinding atMost(String gate, double found, double limit) {
        return atMost(gate, found, limit, limit);
    }

    /** @param watch the figure above which a warning is given */
    static GateFinding atMost(String gate, double found, double watch, double limit) {
        Verdict verdict = found > limit ? Verdict.REFUSED : found > watch ? Verdict.WATCH : Verdict.PASSED;
        return of(gate, found, "at most " + shown(limit), verdict);
    }

    static GateFinding of(String gate, double found, String limit, Verdict verdict) {
        return new GateFinding(gate, Math.round(found * DECIMALS) / DECIMALS, limit, verdict);
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    /** Whether it stands in the way of publishing. */
    public boolean refuses() {
        return verdict == Verdict.REFUSED;
    }

    /** Those that stand in the way, as sentences. */
    static String refusals(List<GateFinding> findings) {
        return findings.stream()
                .filter(GateFinding::refuses)
                .map(GateFinding::toString)
                .collect(Collectors.joining("; "));
    }

    /** As a sentence: found x, limit y. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: found %s, limit %s", gate, shown(found), limit);
    }
}
