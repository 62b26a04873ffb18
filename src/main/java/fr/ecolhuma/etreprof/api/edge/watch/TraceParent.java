package fr.ecolhuma.etreprof.api.edge.watch;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request, as its caller names it.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId the caller's span, 16 hexadecimal digits; null when the caller does not name it
 */
record TraceParent(String traceId, @Nullable String spanId) {

    /** Google's own: trace in hexadecimal, then perhaps span in decimal digits, and options. */
    private static final Pattern CLOUD = Pattern.compile("([0-9a-fA-F]{32})(?:/(\\d{1,20}))?.*");

    private static final Pattern ZEROS = Pattern.compile("0+");

    /** The uses of OpenTelemetry, loaded with the first such header. */
    private static final class W3c implements TextMapGetter<String> {

        private static final String HEADER = "traceparent";

        @Override
        public Iterable<String> keys(String header) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String header, String key) {
            return key.equals(HEADER) ? header : null;
        }

        private static @Nullable TraceParent read(String header) {
            Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, new W3c());
            SpanContext caller = Span.fromContext(context).getSpanContext();
            return caller.isValid() ? new TraceParent(caller.getTraceId(), caller.getSpanId()) : null;
        }
    }

    /** The trace in the first of the two headers that holds one; null when none does. */
    static @Nullable TraceParent of(@Nullable String traceparent, @Nullable String cloudTraceContext) {
        TraceParent w3c = traceparent == null ? null : W3c.read(traceparent);
        return w3c != null || cloudTraceContext == null ? w3c : google(cloudTraceContext);
    }

    private static @Nullable TraceParent google(String header) {
        Matcher matcher = CLOUD.matcher(header);
        if (!matcher.matches() || ZEROS.matcher(matcher.group(1)).matches()) {
            return null;
        }
        return new TraceParent(matcher.group(1).toLowerCase(Locale.ROOT), hexadecimal(matcher.group(2)));
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
