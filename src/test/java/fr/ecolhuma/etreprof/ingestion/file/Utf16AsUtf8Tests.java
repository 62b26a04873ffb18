package fr.ecolhuma.etreprof.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf16AsUtf8Tests {

    private static byte[] utf8(byte[] bytes, TextEncoding encoding) throws IOException {
        try (Utf16AsUtf8 in = new Utf16AsUtf8(new ByteArrayInputStream(bytes), encoding)) {
            return in.readAllBytes();
        }
    }

    @Test
    void everyCharacterBecomesTheSameInUtf8() throws IOException {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] expected = all.getBytes(StandardCharsets.UTF_8);
        assertThat(utf8(all.getBytes(StandardCharsets.UTF_16LE), TextEncoding.UTF_16LE))
                .isEqualTo(expected);
        assertThat(utf8(all.getBytes(StandardCharsets.UTF_16BE), TextEncoding.UTF_16BE))
                .isEqualTo(expected);
    }

    /** Each half of a pair alone, two first halves, a pair the wrong way round, half a unit at the end. */
    @ParameterizedTest
    @CsvSource({
        "0041d83d0042, 41ff42",
        "0041de00, 41ff",
        "d83d, ff",
        "d83dd83dde00, fff09f9880",
        "de00d83d0041, ffff41",
        "00410a, 41ff",
        "d83d0a, ffff"
    })
    void halfACharacterBecomesAByteThatIsNotUtf8(String utf16, String expected) throws IOException {
        assertThat(HexFormat.of().formatHex(utf8(HexFormat.of().parseHex(utf16), TextEncoding.UTF_16BE)))
                .isEqualTo(expected);
    }
}
