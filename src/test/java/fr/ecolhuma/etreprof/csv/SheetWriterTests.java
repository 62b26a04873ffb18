package fr.ecolhuma.etreprof.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTests {

    private interface Rows {

        void write(SheetWriter rows) throws IOException;
    }

    private static String written(char separator, Rows rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter(bytes, separator)) {
            rows.write(writer);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileForAFrenchExcel() throws IOException {
        assertThat(written(
                        ';',
                        rows -> rows.header(List.of("titre", "score", "rang"))
                                .text("Été ; l'école, \"encore\"")
                                .decimal(-1.25)
                                .number(-3)
                                .endRow()
                                .text("")
                                .decimal(null)
                                .number(9_000_000_000L)
                                .endRow()))
                .isEqualTo("\uFEFFtitre;score;rang\n\"Été ; l'école, \"\"encore\"\"\";-1,25;-3\n;;9000000000\n");
    }

    @Test
    void aFileForPrograms() throws IOException {
        assertThat(written(
                        ',', rows -> rows.text("a;b").text("c,d").decimal(0.5).endRow()))
                .isEqualTo("\uFEFFa;b,\"c,d\",0.5\n");
        assertThat(written(
                        '\t',
                        rows -> rows.text("a\nb").text("c\td").decimal(1e-7).endRow()))
                .isEqualTo("\uFEFF\"a\nb\"\t\"c\td\"\t1,0E-7\n");
    }

    /** Titles that a spreadsheet would calculate, of which some call programs; they come with copied texts as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\";\"y\")",
                "+33 1 23 45 67 89",
                "-2 à la dictée",
                "@SUM(A1)",
                "\t=1+1",
                "\tun titre",
                "\run titre",
                "\n=1",
                "  =cmd|' /C calc'!A0",
                "\u00A0=1",
                "\u200B@x",
                "\uFF1D1+1"
            })
    void noTextIsAFormula(String text) throws IOException {
        String file = written(';', rows -> rows.text(text).text("b").endRow()).substring(1);
        try (CSVParser parser = CSVParser.parse(
                new StringReader(file),
                CSVFormat.RFC4180.builder().setDelimiter(';').get())) {
            assertThat(parser.getRecords().getFirst().toList()).containsExactly("'" + text, "b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"un titre", "1 + 1 = 2", "l'été", "'=1", "«-»", " un titre", "a@b.fr"})
    void anyOtherTextStaysAsItIs(String text) throws IOException {
        assertThat(written(';', rows -> rows.text(text).endRow())).isEqualTo("\uFEFF" + text + "\n");
    }
}
