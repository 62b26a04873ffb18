package fr.ecolhuma.etreprof.demo.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvBytesTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void cellsAreSeparatedAndQuotedWhereTheyMustBe() throws IOException {
        try (CsvBytes csv = new CsvBytes(out)) {
            csv.header("a", "b")
                    .number(0)
                    .text(null)
                    .text("é, \"x\"")
                    .text("1\n2")
                    .endRow();
            csv.text("").number(1_234_567_890_123L).cell(Cell.raw("c,d")).endRow();
            csv.number(9).instant(Cell.raw("2025-07-10"), 3723).endRow();
        }

        assertThat(text()).isEqualTo("a,b\n0,,\"é, \"\"x\"\"\",\"1\n2\"\n,1234567890123,c,d\n9,2025-07-10 01:02:03\n");
    }

    @Test
    void textsLongerThanTheBufferAreWrittenWhole() throws IOException {
        String text = "é".repeat(100_000);
        try (CsvBytes csv = new CsvBytes(out)) {
            csv.number(1).text(text).number(2).endRow();
        }

        assertThat(text()).isEqualTo("1," + text + ",2\n");
    }

    @Test
    void manyRowsCrossTheBuffersEdgeUnharmed() throws IOException {
        StringBuilder expected = new StringBuilder();
        try (CsvBytes csv = new CsvBytes(out)) {
            for (int i = 0; i < 20_000; i++) {
                csv.number(i).text("x").instant(Cell.raw("2025-07-10"), 0).endRow();
                expected.append(i).append(",x,2025-07-10 00:00:00\n");
            }
        }

        assertThat(text()).isEqualTo(expected.toString());
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
