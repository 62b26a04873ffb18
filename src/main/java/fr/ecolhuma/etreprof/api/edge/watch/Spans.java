package fr.ecolhuma.etreprof.api.edge.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one span per request to an OpenTelemetry collector.
 *
 * <p>The standard variables configure it ({@code OTEL_EXPORTER_OTLP_ENDPOINT} and the others); without an endpoint no
 * class of OpenTelemetry is loaded.
 */
final class Spans implements Consumer<RequestEnd> {

    private static final Logger LOG = LoggerFactory.getLogger(Spans.class);
    private static final int SERVER_ERROR = 500;

    /**
     * Defaults of the environment: metrics are at /actuator/prometheus and log lines on the output, so neither is
     * exported.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "etreprof-ml-api",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private final Tracer tracer;
    private final Runnable last;

    Spans(Tracer tracer, Runnable last) {
        this.tracer = tracer;
        this.last = last;
    }

    /** Sends the remaining spans. */
    void close() {
        last.run();
    }

    /** Spans, if the environment names a collector. */
    static Optional<Spans> whereConfigured() {
        if (System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == null
                && System.getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == null) {
            return Optional.empty();
        }
        LOG.info("a span of each request is sent to the configured OpenTelemetry collector");
        // its own shutdown hook would not wait for the requests that are still answered on a stop
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> DEFAULTS)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
        return Optional.of(new Spans(sdk.getTracer("etreprof-ml-api"), sdk::close));
    }

    @Override
    public void accept(RequestEnd end) {
        Instant now = Instant.now();
        Span span = tracer.spanBuilder(end.method() + " " + end.route())
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent(end.trace()))
                .setStartTimestamp(now.minusNanos(end.nanos()))
                .setAttribute("http.request.method", end.method())
                .setAttribute("http.route", end.route())
                .setAttribute(AttributeKey.longKey("http.response.status_code"), end.status())
                .startSpan();
        if (end.status() >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano(), TimeUnit.NANOSECONDS);
    }

    private static Context parent(@Nullable TraceParent trace) {
        String span = trace == null ? null : trace.spanId();
        if (trace == null || span == null) {
            return Context.root();
        }
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        trace.traceId(), span, TraceFlags.getSampled(), TraceState.getDefault())));
    }
}
