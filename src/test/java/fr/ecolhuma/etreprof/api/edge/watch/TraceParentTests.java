package fr.ecolhuma.etreprof.api.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void theStandardHeaderIsTakenFirst() {
        String header = "00-" + TRACE + "-00f067aa0ba902b7-01";
        assertThat(TraceParent.of(header, "105445aa7843bc8bf206b12000100000/1"))
                .isEqualTo(new TraceParent(TRACE, "00f067aa0ba902b7"));
    }

    @Test
    void aLaterVersionMaySayMore() {
        assertThat(TraceParent.of("01-" + TRACE + "-00f067aa0ba902b7-01-more", null))
                .isEqualTo(new TraceParent(TRACE, "00f067aa0ba902b7"));
    }

    /** 255 is ff; a span may be missing, or be no number of 64 bits. */
    @Test
    void googlesHeaderHoldsTheSpanInDecimalDigits() {
        assertThat(TraceParent.of(null, TRACE.toUpperCase() + "/255;o=1"))
                .isEqualTo(new TraceParent(TRACE, "00000000000000ff"));
        assertThat(TraceParent.of("nonsense", TRACE)).isEqualTo(new TraceParent(TRACE, null));
        assertThat(TraceParent.of(null, TRACE + "/99999999999999999999;o=1")).isEqualTo(new TraceParent(TRACE, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void whatIsNoTraceIsNone(String header) {
        assertThat(TraceParent.of(header, null)).isNull();
    }
}
