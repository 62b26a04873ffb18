package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 2,000 users, their contents and events say the same in every form of file, with the same lines in the accounts. */
class ExportFormTests {

    private static final List<String> NAMES = List.of("users.csv", "contents.csv", "interactions.csv", "topics.csv");
    private static final int USERS = 2_000;

    /** The exports as rows of cells, some rows with cells that are missing or too many; the same every time. */
    private static final Map<String, List<List<String>>> TABLES = Map.of(
            "users.csv", users(), "contents.csv", contents(), "interactions.csv", events(), "topics.csv", topics());

    private static Map<Long, Map<String, String>> usual = Map.of();
    private static List<RowAccount> usualRows = List.of();
    private static List<ColumnAccount> usualColumns = List.of();

    @TempDir
    Path folder;

    /** How a program writes a file. */
    private record Form(String name, String mark, Charset charset, Function<List<List<String>>, String> writer) {

        private byte[] bytes(List<List<String>> rows) {
            return (mark + writer.apply(rows)).getBytes(charset);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String MARK = "\uFEFF";

    /** Excel in French, "CSV UTF-8". */
    private static final Form SEMICOLONS =
            new Form("semicolons", MARK, StandardCharsets.UTF_8, rows -> text(rows, ";", "\r\n"));

    /** COPY of PostgreSQL and many warehouses. */
    private static final Form TABS = new Form("tabs", "", StandardCharsets.UTF_8, rows -> text(rows, "\t", "\n"));

    /** Excel, "Unicode text". */
    private static final Form UTF_16LE_TABS =
            new Form("utf 16le tabs", MARK, StandardCharsets.UTF_16LE, rows -> text(rows, "\t", "\r\n"));

    /** Java programs that ask for UTF-16. */
    private static final Form UTF_16BE_COMMAS =
            new Form("utf 16be commas", MARK, StandardCharsets.UTF_16BE, rows -> text(rows, ",", "\n"));

    /** phpMyAdmin, "CSV for MS Excel": everything quoted. */
    private static final Form QUOTED_SEMICOLONS =
            new Form("quoted semicolons", "", StandardCharsets.UTF_8, rows -> quoted(rows, ";", "\n"));

    /** SQL Server and old Macs: no last line end; lines that end with CR. */
    private static final Form CARRIAGE_RETURNS = new Form(
            "carriage returns",
            "",
            StandardCharsets.UTF_8,
            rows -> text(rows, ",", "\r").strip());

    /** Exports of programs that put the header's names in capitals, with blanks around them. */
    private static final Form CAPITALS =
            new Form("capitals", "", StandardCharsets.UTF_8, rows -> text(capitals(rows), ";", "\n"));

    /** Spreadsheets that once had more columns: the header has them still. */
    private static final Form SURPLUS_IN_HEADER =
            new Form("surplus in header", "", StandardCharsets.UTF_8, rows -> text(wider(rows, 3, 0), ",", "\n"));

    /** The same the other way round. */
    private static final Form SURPLUS_IN_ROWS =
            new Form("surplus in rows", "", StandardCharsets.UTF_8, rows -> text(wider(rows, 0, 2), ";", "\n"));

    /** And in both. */
    private static final Form SURPLUS_IN_BOTH =
            new Form("surplus in both", "", StandardCharsets.UTF_8, rows -> text(wider(rows, 2, 2), "\t", "\n"));

    /** As Excel writes them after many rows with nothing there: not in each. */
    private static final Form SURPLUS_HERE_AND_THERE =
            new Form("surplus here and there", "", StandardCharsets.UTF_8, rows -> text(ragged(rows), ",", "\n"));

    /** A join of two tables that both have the column. */
    private static final Form DOUBLED_UNREAD =
            new Form("doubled unread", "", StandardCharsets.UTF_8, rows -> text(doubled(rows), ",", "\n"));

    static List<Form> forms() {
        return List.of(
                SEMICOLONS,
                TABS,
                UTF_16LE_TABS,
                UTF_16BE_COMMAS,
                QUOTED_SEMICOLONS,
                CARRIAGE_RETURNS,
                CAPITALS,
                SURPLUS_IN_HEADER,
                SURPLUS_IN_ROWS,
                SURPLUS_IN_BOTH,
                SURPLUS_HERE_AND_THERE,
                DOUBLED_UNREAD);
    }

    /** Fields that the header of a gzip file may have, and what may follow. */
    private enum Packing {
        /** gzip writes the file's name. */
        NAME(8, 1, 0),
        /** bgzip: members of 64 kB, an extra field in each. */
        BLOCKS(4, 9, 0),
        /** Archivers. */
        COMMENT(16, 1, 0),
        /** As some libraries write for safety. */
        HEADER_CHECK(2, 2, 0),
        /** All of them, joined by cat. */
        ALL(31, 3, 0),
        /** Tapes and block devices: padded to whole blocks. */
        PADDED(0, 1, 1_000),
        PADDED_MEMBERS(8, 4, 70_000);

        private final int fields;
        private final int members;
        private final int zeros;

        Packing(int fields, int members, int zeros) {
            this.fields = fields;
            this.members = members;
            this.zeros = zeros;
        }

        private byte[] bytes(byte[] text) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            int length = text.length / members + 1;
            for (int start = 0; start < text.length; start += length) {
                packed.writeBytes(member(Arrays.copyOfRange(text, start, Math.min(start + length, text.length))));
            }
            packed.writeBytes(new byte[zeros]);
            return packed.toByteArray();
        }

        private byte[] member(byte[] text) {
            byte[] usual = ExportFolder.gzip(text);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            header.write(usual, 0, 3);
            header.write(fields);
            header.write(usual, 4, 6);
            if ((fields & 4) != 0) {
                header.writeBytes(new byte[] {6, 0, 'B', 'C', 2, 0, 1, 2});
            }
            if ((fields & 8) != 0) {
                header.writeBytes("interactions.csv\0".getBytes(StandardCharsets.ISO_8859_1));
            }
            if ((fields & 16) != 0) {
                header.writeBytes("le 10 juillet\0".getBytes(StandardCharsets.ISO_8859_1));
            }
            if ((fields & 2) != 0) {
                CRC32 sum = new CRC32();
                sum.update(header.toByteArray());
                header.write((int) sum.getValue());
                header.write((int) (sum.getValue() >> 8));
            }
            header.write(usual, 10, usual.length - 10);
            return header.toByteArray();
        }
    }

    @BeforeAll
    static void extractAsUsual(@TempDir Path folder) {
        Features features = exports(folder, rows -> text(rows, ",", "\n").getBytes(StandardCharsets.UTF_8));
        usual = FeatureRows.of(features, folder);
        usualRows = features.accounts().files();
        usualColumns = features.columns();
        assertThat(usual).hasSizeBetween(1_900, USERS);
        assertThat(usualRows.get(0).rejected()).containsKey("malformed");
        assertThat(usualRows.get(2).rejected()).containsKeys("malformed", "bad_date", "unknown_user");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormSaysTheSame(Form form) {
        assertSame(exports(folder, form::bytes), 0);
    }

    static List<Arguments> announcedForms() {
        return List.of(
                Arguments.of(SEMICOLONS, "sep=;\r\n"),
                Arguments.of(TABS, "sep=\t\n"),
                Arguments.of(UTF_16LE_TABS, "\"sep=\t\"\r\n"),
                Arguments.of(CARRIAGE_RETURNS, "SEP=,\r"),
                Arguments.of(SURPLUS_HERE_AND_THERE, "sep=,\n"));
    }

    /** Excel reads the first line as its own. */
    @ParameterizedTest
    @MethodSource("announcedForms")
    void aFirstLineThatNamesTheSeparatorIsSkipped(Form form, String line) {
        Form announced = new Form(
                "", form.mark(), form.charset(), rows -> line + form.writer().apply(rows));
        assertSame(exports(folder, announced::bytes), 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyPackingSaysTheSame(Packing packing) {
        assertSame(exports(folder, rows -> packing.bytes(TABS.bytes(rows))), 0);
    }

    @Test
    void formsMayBePackedToo() {
        assertSame(exports(folder, rows -> Packing.BLOCKS.bytes(UTF_16LE_TABS.bytes(rows))), 0);
    }

    private void assertSame(Features features, int shift) {
        assertThat(FeatureRows.of(features, folder)).isEqualTo(usual);
        assertThat(features.accounts().files().stream().map(ExportFormTests::inLines))
                .containsExactlyElementsOf(usualRows.stream()
                        .map(account -> inLines(account, shift))
                        .toList());
        assertThat(features.columns().stream().map(column -> inLines(column, 0)))
                .containsExactlyElementsOf(usualColumns.stream()
                        .map(column -> inLines(column, shift))
                        .toList());
    }

    private static String inLines(RowAccount account) {
        return inLines(account, 0);
    }

    private static String inLines(RowAccount account, int shift) {
        return account.file() + " " + account.read() + " " + account.kept() + " "
                + account.rejected().entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue().rows() + " "
                                + reason.getValue().lines().stream()
                                        .map(line -> line + shift)
                                        .toList())
                        .collect(Collectors.joining(", "));
    }

    private static String inLines(ColumnAccount column, int shift) {
        return column.column() + " " + column.filled() + " " + column.nulls() + " " + column.understood() + " "
                + column.examples().stream()
                        .map(example -> example.line() + shift + " " + example.value())
                        .toList();
    }

    private static Features exports(Path folder, Function<List<List<String>>, byte[]> writer) {
        ExportFolder exports = new ExportFolder(folder);
        for (String name : NAMES) {
            exports.with(name, writer.apply(TABLES.getOrDefault(name, List.of())));
        }
        return exports.topics("topics.csv").extract();
    }

    /** Cells are quoted where one of the three separators, a quote or a line break stands in them. */
    private static String text(List<List<String>> rows, String separator, String end) {
        return written(rows, separator, end, cell -> cell.matches("(?s).*[,;\t\"\n\r].*") ? quoted(cell) : cell);
    }

    private static String quoted(List<List<String>> rows, String separator, String end) {
        return written(rows, separator, end, ExportFormTests::quoted);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String written(List<List<String>> rows, String separator, String end, UnaryOperator<String> cell) {
        return rows.stream()
                .map(row -> row.stream().map(cell).collect(Collectors.joining(separator)) + end)
                .collect(Collectors.joining());
    }

    private static List<List<String>> capitals(List<List<String>> rows) {
        List<List<String>> changed = new ArrayList<>(rows);
        changed.set(
                0,
                rows.getFirst().stream()
                        .map(name -> " " + name.toUpperCase(Locale.ROOT) + "\u00a0")
                        .toList());
        return changed;
    }

    private static List<List<String>> wider(List<List<String>> rows, int ofHeader, int ofRows) {
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : rows) {
            // a row that is not whole stays so
            boolean whole = row.size() == rows.getFirst().size();
            changed.add(surplus(row, changed.isEmpty() ? ofHeader : whole ? ofRows : 0));
        }
        return changed;
    }

    private static List<List<String>> ragged(List<List<String>> rows) {
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : rows) {
            boolean whole = row.size() == rows.getFirst().size();
            changed.add(surplus(row, changed.isEmpty() ? 2 : whole ? changed.size() % 5 : 0));
        }
        return changed;
    }

    private static List<String> surplus(List<String> row, int count) {
        return Stream.concat(row.stream(), Stream.generate(() -> "").limit(count))
                .toList();
    }

    private static List<String> tooMany(List<String> row) {
        return Stream.concat(surplus(row, 6).stream(), Stream.of("too many")).toList();
    }

    private static List<List<String>> doubled(List<List<String>> rows) {
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : rows) {
            boolean whole = row.size() == rows.getFirst().size();
            List<String> cells = new ArrayList<>(row);
            if (whole) {
                cells.addAll(
                        changed.isEmpty()
                                ? List.of("source", "source", "updated_at", "updated_at")
                                : List.of("a", "b", "", "2"));
            } else if (row.size() > rows.getFirst().size()) {
                cells.addAll(List.of("", "", "", "too many"));
            }
            changed.add(cells);
        }
        return changed;
    }

    private static List<List<String>> users() {
        Random random = new Random(1);
        List<String> levels = List.of("CP", "CM2", "6e", "Terminale", "Bac Pro");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "json_niveau", "created_at", "anciennete", "pays", "codepostal", "note"));
        for (int id = 1; id <= USERS; id++) {
            rows.add(List.of(
                    String.valueOf(id),
                    "[\"%s\", \"%s\"]".formatted(levels.get(random.nextInt(5)), levels.get(random.nextInt(5))),
                    "20%02d-0%d-1%d 10:00:00"
                            .formatted(10 + random.nextInt(15), 1 + random.nextInt(9), random.nextInt(10)),
                    random.nextInt(40) + (random.nextBoolean() ? ",5" : ""),
                    random.nextInt(50) == 0 ? "Canada; Québec" : "France",
                    String.valueOf(1000 + random.nextInt(90_000)),
                    random.nextInt(10) == 0 ? "deux\nlignes; \"entre\tautres\"" : "été"));
        }
        rows.add(700, List.of("12", "[]"));
        rows.add(800, tooMany(List.of("13", "[]", "2020-01-01 10:00:00", "1", "", "", "")));
        rows.add(900, List.of("x", "[]", "demain", "3 ans", "", "", ""));
        return rows;
    }

    private static List<List<String>> contents() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "type", "title", "etat", "published_at", "cps", "markdown"));
        for (int id = 1; id <= 150; id++) {
            rows.add(List.of(
                    String.valueOf(id),
                    List.of("article", "fiche_outils", "guide_pratique").get(id % 3),
                    "Titre; nº %d, « à lire » #%d".formatted(id, id % 4),
                    "publie",
                    "2024-01-01 00:00:00",
                    id % 7 == 0 ? "1" : "0",
                    "# Titre\n\n- un;\n- deux\t\"trois\""));
        }
        rows.add(50, List.of("151", "article"));
        return rows;
    }

    private static List<List<String>> events() {
        Random random = new Random(2);
        List<List<String>> kinds = List.of(
                List.of("page_view", "Contenu"),
                List.of("download", "fiche-outils"),
                List.of("download", "guide-pratique"),
                List.of("opened_mail", "opened_mail"),
                List.of("click_mail", "infolettre; \"hebdo\", du\nsamedi"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "user_id", "type", "content_type", "content_id", "created_at"));
        for (int id = 1; id <= 12_000; id++) {
            List<String> kind = kinds.get(random.nextInt(kinds.size()));
            rows.add(List.of(
                    String.valueOf(id),
                    String.valueOf(1 + random.nextInt(USERS + 20)),
                    kind.get(0),
                    kind.get(1),
                    String.valueOf(1 + random.nextInt(160)),
                    random.nextInt(500) == 0
                            ? "10/07/2025"
                            : "202%d-0%d-2%d 1%d:00:00"
                                    .formatted(
                                            random.nextInt(6),
                                            1 + random.nextInt(6),
                                            random.nextInt(9),
                                            random.nextInt(10))));
        }
        rows.add(5_000, List.of("12001", "1", "page_view"));
        rows.add(6_000, tooMany(List.of("12002", "1", "page_view", "Contenu", "1", "2025-01-01 10:00:00")));
        return rows;
    }

    private static List<List<String>> topics() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "reduced topics", "type"));
        for (int id = 1; id <= 150; id += 3) {
            rows.add(List.of(String.valueOf(id), String.valueOf(id % 4), ""));
        }
        return rows;
    }
}
