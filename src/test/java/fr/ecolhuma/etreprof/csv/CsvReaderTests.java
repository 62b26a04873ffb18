package fr.ecolhuma.etreprof.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTests {

    private static CsvReader reader(String text) throws IOException {
        return new CsvReader(new StringReader(text));
    }

    private static List<List<String>> rows(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = reader(text)) {
            while (reader.next()) {
                rows.add(reader.cells());
            }
        }
        return rows;
    }

    @Test
    void cellsAreSplitAtCommasAndQuotesTakenOff() throws IOException {
        assertThat(rows("a,b\n1,\"x, \"\"y\"\"\nz\"\n,\n"))
                .containsExactly(List.of("a", "b"), List.of("1", "x, \"y\"\nz"), List.of("", ""));
    }

    @Test
    void otherSeparatorsLeaveCommasInCells() throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader("5,5;\"a;\tb\" ;\n"), ';', false)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.cells()).containsExactly("5,5", "a;\tb", "");
        }
        try (CsvReader reader = new CsvReader(new StringReader("5,5\t\"a;\tb\"\t\t\n"), '\t', false)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.cells()).containsExactly("5,5", "a;\tb", "", "");
        }
    }

    @Test
    void backslashesStandBeforeWhatWouldEndACell() throws IOException {
        try (CsvReader reader =
                new CsvReader(new StringReader("a\\tb\ta\\\tb\t\\N\t\"c\\\\d\" e\\n\\\nf\n2\n"), '\t', true)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.cells()).containsExactly("a\tb", "a\tb", "\\N", "\"c\\d\" e\n\nf");
            assertThat(reader.next()).isTrue();
            assertThat(reader.line()).isEqualTo(3);
        }
    }

    @Test
    void anEmptyTextHasNoRowAndAnEmptyLineIsOne() throws IOException {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n")).containsExactly(List.of(""));
        assertThat(rows("a\n\nb")).containsExactly(List.of("a"), List.of(""), List.of("b"));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(rows("a,b")).containsExactly(List.of("a", "b"));
        assertThat(rows("a,")).containsExactly(List.of("a", ""));
        assertThat(rows("a,\"b\"")).containsExactly(List.of("a", "b"));
    }

    @Test
    void quotesInsideAPlainCellAreItsOwn() throws IOException {
        assertThat(rows("6\" nail, \"x\"\n")).containsExactly(List.of("6\" nail", " \"x\""));
    }

    @Test
    void whiteSpaceBehindAQuotedCellIsSkipped() throws IOException {
        assertThat(rows("\"a\" \t,b\n")).containsExactly(List.of("a", "b"));
    }

    @Test
    void theLineIsTheOneThatTheRowStartsAt() throws IOException {
        try (CsvReader reader = reader("a\r\n\"b\r\nb\rb\nb\",c\rd\ne")) {
            List<Long> lines = new ArrayList<>();
            while (reader.next()) {
                lines.add(reader.line());
            }
            assertThat(lines).containsExactly(1L, 2L, 6L, 7L);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~a,"b~         | line 1: the row cannot be split into cells; expected RFC 4180 quoting
            ~a\\n"b"c,d\\n~ | line 2: the row cannot be split into cells; expected RFC 4180 quoting
            ~a\\n"b\\nb"c~  | line 2: the row cannot be split into cells; expected RFC 4180 quoting
            """)
    void aTextThatIsNotCsvIsRefusedWithItsLine(String text, String message) {
        assertThatIOException()
                .isThrownBy(() -> rows(text.replace("\\n", "\n")))
                .withMessage(message);
    }

    @Test
    void integersAreReadAndOtherCellsRefused() throws IOException {
        try (CsvReader reader = reader("0,-7,9223372036854775807,+5,x,,1.0,9223372036854775808\n")) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.integer(0)).isZero();
            assertThat(reader.integer(1)).isEqualTo(-7);
            assertThat(reader.integer(2)).isEqualTo(Long.MAX_VALUE);
            assertThat(reader.integer(3)).isEqualTo(5);
            for (int place = 4; place < 8; place++) {
                int wrong = place;
                assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> reader.integer(wrong));
            }
            assertThat(reader.length(4)).isEqualTo(1);
            assertThat(reader.length(5)).isZero();
        }
    }

    @Test
    void longCellsAndManyCellsOutgrowNothing() throws IOException {
        String cell = "é".repeat(50_000);
        String many = "7,".repeat(1_000);
        assertThat(rows(cell + ",\"" + cell + "\"\n" + many + "8\r\n"))
                .satisfiesExactly(
                        row -> assertThat(row).containsExactly(cell, cell),
                        row -> assertThat(row).hasSize(1_001).endsWith("7", "8"));
    }
}
