package fr.ecolhuma.etreprof.recompute.gates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The finding of one gate.
 *
 * @param gate its name, such as {@code rows_users}
 * @param found the figure, to four decimals, or to as many as show on which side of the limit it lies
 * @param limit what it had to keep, such as {@code at least 0.5}
 * @param verdict whether it did
 * @param detail where the figure comes from and what was expected, or null
 */
public record GateFinding(
        String gate,
        double found,
        String limit,
        Verdict verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail) {

    /** A finding that its figure says all of. */
    public GateFinding(String gate, double found, String limit, Verdict verdict) {
        this(gate, found, limit, verdict, null);
    }

    /** The consequence of a figure. */
    public enum Verdict {
        /** The figure keeps the limit. */
        PASSED("PASSED"),
        /** The model is published with a warning. */
        WATCH("WATCH"),
        /** The model is not published unless it is forced. */
        REFUSED("REFUSED");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** Its name in answers and files. */
        @JsonValue
        public String code() {
            return code;
        }
    }

    private static final int DECIMALS = 4;
    private static final int MOST_DECIMALS = 17;

    public static GateFinding atLeast(String gate, double found, double limit) {
        Verdict verdict = found >= limit ? Verdict.PASSED : Verdict.REFUSED;
        return new GateFinding(gate, rounded(found, limit), "at least " + shown(limit), verdict);
    }

    static GateFinding atMost(String gate, double found, double limit) {
        return atMost(gate, found, limit, limit);
    }

    /** @param watch the figure above which there is a warning */
    static GateFinding atMost(String gate, double found, double watch, double limit) {
        // NaN keeps no limit
        Verdict verdict = !(found <= limit) ? Verdict.REFUSED : found > watch ? Verdict.WATCH : Verdict.PASSED;
        return new GateFinding(
                gate, rounded(found, verdict == Verdict.REFUSED ? limit : watch), "at most " + shown(limit), verdict);
    }

    /** The same, saying where the figure comes from. */
    GateFinding because(String where) {
        return new GateFinding(gate, found, limit, verdict, where);
    }

    /** To as few decimals, from four on, as leave it on its side of a limit. */
    private static double rounded(double found, double limit) {
        for (int decimals = DECIMALS; Double.isFinite(found) && decimals < MOST_DECIMALS; decimals++) {
            double shorter = BigDecimal.valueOf(found)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .doubleValue();
            if (Double.compare(shorter, limit) == Double.compare(found, limit)) {
                return shorter;
            }
        }
        return found;
    }

    private static String shown(double figure) {
        return Double.isFinite(figure)
                ? BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString()
                : "no number";
    }

    /** Whether it prevents publishing. */
    public boolean refuses() {
        return verdict == Verdict.REFUSED;
    }

    /** The findings that prevent publishing, as sentences. */
    public static String refusals(List<GateFinding> findings) {
        return findings.stream()
                .filter(GateFinding::refuses)
                .map(GateFinding::toString)
                .collect(Collectors.joining("; "));
    }

    /** The finding as a sentence: found x, limit y. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: found %s, limit %s%s",
                gate,
                shown(found),
                limit,
                detail == null ? "" : " (" + detail + ")");
    }
}
