package fr.ecolhuma.etreprof.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFileTests {

    private static final String CSV = "user,item\nann, 1 \n\"b,c\",null\n";

    @TempDir
    Path folder;

    private static List<String> rows(Path file) {
        List<String> rows = new ArrayList<>();
        RowFile.read(file, "training", table -> {
            rows.add(table.name() + " " + table.columns());
            while (table.next()) {
                rows.add(table.line() + " " + table.get("user") + " " + table.get("item") + " " + table.get("none"));
            }
        });
        return rows;
    }

    @Test
    void csvIsReadRowByRow() throws IOException {
        assertThat(rows(Files.writeString(folder.resolve("a.csv"), CSV)))
                .containsExactly("a.csv [user, item]", "2 ann 1 null", "3 b,c null null");
    }

    /** Evaluation files come from spreadsheets too. */
    @ParameterizedTest
    @CsvSource({"';', ''", "'\t', ''", "';', '\uFEFF'", "',', 'sep=,\n'", "';', '\uFEFFsep=;\n'"})
    void otherFormsSayTheSame(String separator, String before) throws IOException {
        String text = before + "user,item,\nann, 1 \n\"b,c\",null,,\n".replace(",", separator);
        int shift = before.contains("sep") ? 1 : 0;
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String mark = charset.equals(StandardCharsets.UTF_8) || text.startsWith("\uFEFF") ? "" : "\uFEFF";
            Path file = Files.write(folder.resolve("a.csv"), (mark + text).getBytes(charset));
            assertThat(rows(file))
                    .containsExactly(
                            "a.csv [user, item, ]",
                            2 + shift + " ann 1 null",
                            3 + shift + " b" + separator + "c null null");
        }
    }

    @Test
    void aColumnThatStandsTwiceMattersWhereItIsRead() throws IOException {
        assertThat(rows(Files.writeString(folder.resolve("a.csv"), "user,note,item,note\nann,x,1,y\n")))
                .contains("2 ann 1 null");
        Path file = Files.writeString(folder.resolve("b.csv"), "user,item,user\nann,1,bob\n");
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(ExportException.class)
                .hasMessage("b.csv, line 1: column 'user' occurs twice (places 1 and 3), expected once");
    }

    @Test
    void packedCsvSaysTheSame() throws IOException {
        Path file = folder.resolve("a.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(file)).hasSize(3).contains("2 ann 1 null");
    }

    @Test
    void parquetIsReadInItsOrderWithAllColumns() throws SQLException {
        Path file = folder.resolve("a.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection
                    .createStatement()
                    .execute(
                            "COPY (SELECT 'u' || (9 - i) AS \"user\", i AS item FROM range(3) t(i)) TO '%s' (FORMAT parquet)"
                                    .formatted(file));
        }

        assertThat(rows(file)).containsExactly("a.parquet [user, item]", "2 u9 0 null", "3 u8 1 null", "4 u7 2 null");
    }

    @Test
    void aRowThatIsNotWholeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "user,item\nann,1\nbob\n");

        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(ExportException.class)
                .hasMessage("a.csv, line 3: the row is malformed; expected 2 cells, as in the header");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> rows(folder.resolve("a.csv")))
                .isInstanceOf(ExportException.class)
                .hasMessage("a.csv: no such file; expected the training export as CSV, CSV.gz or Parquet");
    }
}
