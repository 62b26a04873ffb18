package fr.ecolhuma.etreprof.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvWriterTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void cellsAreSeparatedAndQuotedWhereTheyMustBe() throws IOException {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.header(List.of("a", "b"))
                    .number(0)
                    .text(null)
                    .text("é, \"x\"")
                    .text("1\n2")
                    .endRow();
            csv.text("").number(1_234_567_890_123L).cells(RawCells.of("c,d")).endRow();
            csv.number(9).instant(RawCells.of("2025-07-10"), 3723).endRow();
        }

        assertThat(text()).isEqualTo("a,b\n0,,\"é, \"\"x\"\"\",\"1\n2\"\n,1234567890123,c,d\n9,2025-07-10 01:02:03\n");
    }

    @Test
    void numbersAreWrittenAsTheyAreRead() throws IOException {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.number(-12)
                    .number(Long.MIN_VALUE)
                    .number(Long.MAX_VALUE)
                    .number((Integer) null)
                    .number(Integer.valueOf(3))
                    .decimal(0.1)
                    .decimal(1e-9)
                    .decimal(2)
                    .endRow();
        }

        assertThat(text()).isEqualTo("-12,-9223372036854775808,9223372036854775807,,3,0.1,1.0E-9,2.0\n");
    }

    @Test
    void commonsCsvReadsWhatIsWritten() throws IOException {
        List<String> texts =
                List.of("a", "é", "a,b", "a\"b", "a\nb", "a\rb", " a", "a ", "#a", "-a", "\"", "«\u00a0a\u00a0»", "");
        try (CsvWriter csv = new CsvWriter(out)) {
            for (String text : texts) {
                csv.number(7).text(text).endRow();
            }
        }

        try (CSVParser parser = CSVParser.parse(text(), CSVFormat.RFC4180)) {
            assertThat(parser.stream().map(CSVRecord::toList))
                    .isEqualTo(texts.stream().map(text -> List.of("7", text)).toList());
        }
        assertThat(text()).startsWith("7,a\n7,é\n7,\"a,b\"\n").contains("\n7, a\n7,a \n7,#a\n7,-a\n");
    }

    @Test
    void textsLongerThanTheBufferAreWrittenWhole() throws IOException {
        String text = "é".repeat(100_000);
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.number(1).text(text).number(2).endRow();
        }

        assertThat(text()).isEqualTo("1," + text + ",2\n");
    }

    @Test
    void manyRowsCrossTheBuffersEdgeUnharmed() throws IOException {
        StringBuilder expected = new StringBuilder();
        try (CsvWriter csv = new CsvWriter(out)) {
            for (int i = 0; i < 20_000; i++) {
                csv.number(i).text("x").instant(RawCells.of("2025-07-10"), 0).endRow();
                expected.append(i).append(",x,2025-07-10 00:00:00\n");
            }
        }

        assertThat(text()).isEqualTo(expected.toString());
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
