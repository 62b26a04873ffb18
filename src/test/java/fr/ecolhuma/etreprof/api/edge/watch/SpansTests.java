package fr.ecolhuma.etreprof.api.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpansTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static SpanData sent(int status, @Nullable TraceParent trace) {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            new Spans(provider.get("test"), provider::close)
                    .accept(new RequestEnd("GET", "/clusters", status, "none", 2_000_000, 10, trace));
            return exporter.getFinishedSpanItems().getFirst();
        }
    }

    @Test
    void aSpanTellsRouteStatusAndTime() {
        SpanData span = sent(200, null);
        assertThat(span.getName()).isEqualTo("GET /clusters");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(2_000_000);
        assertThat(span.getAttributes().asMap().toString()).contains("http.response.status_code=200");
        assertThat(span.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void aFailureIsAnError() {
        assertThat(sent(503, null).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void theCallersTraceGoesOn() {
        SpanData span = sent(200, new TraceParent(TRACE, "00f067aa0ba902b7"));
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }
}
