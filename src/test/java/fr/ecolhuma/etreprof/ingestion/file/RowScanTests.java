package fr.ecolhuma.etreprof.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowScanTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsAreFoundWhateverEndsALine(String end) throws IOException {
        String text = "a,b\n1,2\n\"x\ny\",z\n\n3\n4,5,6\n4,5,,\"\"\n  \"q,r\" ,7".replace("\n", end);
        assertThat(rows(text)).containsExactly("2 null", "3 null", "6 malformed", "7 malformed", "8 null", "9 null");
    }

    @Test
    void quotesInsideCellsAreCharacters() throws IOException {
        assertThat(rows("a,b\n1\"2\",3\n\"1\"\"\n,\",2\n\"\",\"\"\"\"\n"))
                .containsExactly("2 null", "3 null", "5 null");
    }

    @Test
    void aHeaderMayTakeSeveralLines() throws IOException {
        assertThat(rows("\uFEFF\"a\n\",b\n1,2\n")).containsExactly("3 null");
    }

    @Test
    void rowsOverTwoMegabytesAreOversized() throws IOException {
        String largest = "x".repeat(RowScan.LONGEST - 2);
        assertThat(rows("a,b\n1," + largest + "\n1," + largest + "x\n1,2"))
                .containsExactly("2 null", "3 oversized", "4 null");
    }

    @Test
    void lineEndsThatDifferAreNoticed() throws IOException {
        assertThat(mixed("a,b\n1,2\n3,4\n")).isFalse();
        assertThat(mixed("a,b\r\n1,\"\n\"\r\n3,4")).isFalse();
        assertThat(mixed("a,b\r\n1,2\n")).isTrue();
        assertThat(mixed("a,b\r1,2\n")).isTrue();
    }

    @Test
    void lineEndsInsideCellsAreNoticed() throws IOException {
        assertThat(splitByLines("a,b\n1,2\n3,\"4,\"\"5\"\n")).isTrue();
        assertThat(splitByLines("a,b\n1,\"2\n\"\n")).isFalse();
        assertThat(splitByLines("a,b\n1,\"2\r\"\n")).isFalse();
        assertThat(splitByLines("a,b\n1,2\r\n")).isFalse();
    }

    /** Spreadsheets leave cells of columns without a name out, or add empty ones. */
    @Test
    void columnsWithoutANameAtTheEndNeedNoCells() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "a,b,,\n1,2\n1,2,,x\n1,2,,,,\n1\n1,2,,,x\n");
        List<String> rows = new ArrayList<>();
        try (RowScan scan = RowScan.open(ExportFile.at("rows", "rows.csv", file), List.of("a", "b", "", ""))) {
            while (scan.next()) {
                rows.add(scan.line() + " " + scan.defect());
            }
        }
        assertThat(rows).containsExactly("2 null", "3 null", "4 null", "5 malformed", "6 malformed");
    }

    @Test
    void wholeRowsAreCopiedWithAsManyCellsAsTheHeader() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"), "sep=;\r\na;\"b\";;\r1;2\r\n\n\"1;\n\"\"\";2;\n3\n4;5;;é;;\"\"\n6;7;;;");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowScan scan = RowScan.open(ExportFile.at("rows", "rows.csv", file), List.of("a", "b", "", ""))) {
            scan.keepBytes();
            while (scan.next()) {
                if (scan.defect() == null) {
                    scan.copyTo(out);
                }
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1;2;;\n\"1;\n\"\"\";2;;\n4;5;;é\n6;7;;\n");
    }

    private boolean splitByLines(String text) throws IOException {
        return told(text, RowScan::isSplitByLines);
    }

    private List<String> rows(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowScan scan = scan(text)) {
            while (scan.next()) {
                rows.add(scan.line() + " " + scan.defect());
            }
        }
        return rows;
    }

    private boolean mixed(String text) throws IOException {
        return told(text, RowScan::hasMixedLineEnds);
    }

    private boolean told(String text, Predicate<RowScan> question) throws IOException {
        try (RowScan scan = scan(text)) {
            while (scan.next()) {
                assertThat(scan.defect()).isNull();
            }
            return question.test(scan);
        }
    }

    private RowScan scan(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        return RowScan.open(ExportFile.at("rows", "rows.csv", file), List.of("a", "b"));
    }
}
