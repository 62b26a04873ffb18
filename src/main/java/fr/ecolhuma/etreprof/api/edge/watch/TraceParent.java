package fr.ecolhuma.etreprof.api.edge.watch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request is part of, as its caller says.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId the caller's span, 16 hexadecimal digits; null when it does not say
 */
record TraceParent(String traceId, @Nullable String spanId) {

    /** <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>: version, trace, span, flags. */
    private static final Pattern W3C = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");

    /** Google's own: trace in hexadecimal, then perhaps span in decimal digits, and options. */
    private static final Pattern CLOUD = Pattern.compile("([0-9a-fA-F]{32})(?:/(\\d{1,20}))?.*");

    private static final Pattern ZEROS = Pattern.compile("0+");

    /** The trace in the first of the two headers that holds one; null when none does. */
    static @Nullable TraceParent of(@Nullable String traceparent, @Nullable String cloudTraceContext) {
        Matcher w3c = match(W3C, traceparent);
        if (w3c != null) {
            return new TraceParent(w3c.group(1), w3c.group(2));
        }
        Matcher cloud = match(CLOUD, cloudTraceContext);
        return cloud == null
                ? null
                : new TraceParent(cloud.group(1).toLowerCase(Locale.ROOT), hexadecimal(cloud.group(2)));
    }

    private static @Nullable Matcher match(Pattern pattern, @Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(header);
        return matcher.matches() && !ZEROS.matcher(matcher.group(1)).matches() ? matcher : null;
    }

    private static @Nullable String hexadecimal(@Nullable String span) {
        if (span == null) {
            return null;
        }
        try {
            long number = Long.parseUnsignedLong(span);
            return number == 0 ? null : String.format(Locale.ROOT, "%016x", number);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
