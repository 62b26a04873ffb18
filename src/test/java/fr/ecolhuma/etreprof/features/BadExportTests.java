package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.Download;
import fr.ecolhuma.etreprof.ingestion.remote.Fetch;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used is refused in one sentence that says where and why; {@link ExportFolder} checks what is left behind. */
class BadExportTests {

    private static final Map<String, String> HEADERS = Map.of(
            "users", ExportFolder.USERS, "contents", ExportFolder.CONTENTS, "interactions", ExportFolder.INTERACTIONS);
    private static final Map<String, String> ROWS = Map.of(
            "users", "1,[],2024-01-01 00:00:00\n",
            "contents", "1,article,Lire\n",
            "interactions", "1,1,page_view,Contenu,1,2025-07-01 10:00:00\n");

    @TempDir
    Path folder;

    private ExportFolder exports;

    @BeforeEach
    void writeSoundExports() {
        exports = ExportFolder.sound(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aMissingFileIsNamed(String role) throws IOException {
        Files.delete(folder.resolve(role + ".csv"));
        assertThat(exports.refusal())
                .isEqualTo(
                        "%s.csv: no such file; expected the %s export as CSV, CSV.gz or Parquet".formatted(role, role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aFolderIsNoFile(String role) throws IOException {
        Files.delete(folder.resolve(role + ".csv"));
        Files.createDirectory(folder.resolve(role + ".csv"));
        assertThat(exports.refusal()).startsWith(role + ".csv: it is a folder; expected the " + role + " export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void anEmptyFileIsRefused(String role) {
        assertThat(exports.with(role + ".csv", "").refusal())
                .isEqualTo(role + ".csv is empty; expected a header line and rows");
        assertThat(exports.with(role + ".csv", ExportFolder.gzip("")).refusal())
                .isEqualTo(role + ".csv is empty; expected a header line and rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aHeaderAloneIsRefused(String role) {
        String header = HEADERS.get(role);
        for (String text : List.of(header, header.strip(), header + "\r\n\n")) {
            assertThat(exports.with(role + ".csv", text).refusal())
                    .isEqualTo(role + ".csv has a header but no rows; expected rows below it");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "users, json_niveau, 'id, niveau, created_at'",
        "contents, title, 'id, type, titre'",
        "interactions, content_id, 'id, user_id, type, content_type, contentid, created_at'"
    })
    void aMissingColumnIsNamed(String role, String column, String found) {
        assertThat(exports.with(role + ".csv", found.replace(", ", ",") + "\n" + ROWS.get(role))
                        .refusal())
                .isEqualTo("%s.csv, line 1: required column '%s' is missing; found %s".formatted(role, column, found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aColumnThatStandsTwiceIsNamed(String role) {
        String header = HEADERS.get(role).strip();
        int columns = header.split(",").length;
        assertThat(exports.with(role + ".csv", header + ",autre,id\n" + ROWS.get(role))
                        .refusal())
                .isEqualTo("%s.csv, line 1: column 'id' occurs twice (places 1 and %d), expected once"
                        .formatted(role, columns + 2));
    }

    @Test
    void columnsWithoutANameAreIgnored() {
        exports.with("users.csv", ",id,,json_niveau,created_at\nx,1,x,[],2024-01-01 00:00:00\n");
        exports.with(
                "interactions.csv",
                ",user_id,type,content_type,content_id,created_at,\nx,1,page_view,Contenu,1,2025-07-01 10:00:00,x\n");
        assertThat(exports.extract().table().behaviour().row(0)[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aBinaryFileIsRefused(String role) {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(exports.with(role + ".csv", image).refusal())
                .isEqualTo(role + ".csv is a binary file; expected CSV in UTF-8, CSV.gz or Parquet");
        String packed = new String(image, StandardCharsets.ISO_8859_1);
        assertThat(exports.with(role + ".csv", ExportFolder.gzip(packed)).refusal())
                .contains("is a binary file");
    }

    /** What people give when they are asked for a CSV file: the beginnings are those that the programs write. */
    @ParameterizedTest
    @CsvSource({
        "504b030414000600, 'is a zip archive or a workbook of Excel or LibreOffice; unpack it, or save it as CSV UTF-8'",
        "d0cf11e0a1b11ae1, 'is a workbook of Excel (.xls); save it as CSV UTF-8'",
        "28b52ffd0458, 'is packed by zstd; pack it by gzip'",
        "fd377a585a000004, 'is packed by xz; pack it by gzip'",
        "425a683931415926, 'is packed by bzip2; pack it by gzip'",
        "4f626a010414617672, 'is Avro; export it as Parquet'",
        "4152524f57310000, 'is Arrow; export it as Parquet'",
        "53514c69746520666f726d6174203300, 'is a database of SQLite; export its table as CSV'",
        "fffe0000690000006400000, 'is text in UTF-32; export it in UTF-8'",
        "0000feff0000006900000064, 'is text in UTF-32; export it in UTF-8'",
        "690064002c0075007300650072, 'is text in UTF-16 without a byte order mark; export it in UTF-8'",
        "00690064002c007500730065, 'is text in UTF-16 without a byte order mark; export it in UTF-8'",
        "7b226964223a317d, 'is JSON; export it as CSV'",
        "5b7b226964223a317d5d, 'is JSON; export it as CSV'",
        "3c21444f43545950452068746d6c3e, 'is a page of HTML or XML; check that the address gives the file itself'",
        "2d2d204d7953514c2064756d70, 'is an SQL dump; export the table as CSV'"
    })
    void otherFormsAreNamed(String beginning, String what) {
        byte[] bytes = HexFormat.of().parseHex(beginning.length() % 2 == 0 ? beginning : beginning + "0");
        assertThat(exports.with("users.csv", bytes).refusal())
                .isEqualTo("users.csv %s; expected CSV, CSV.gz or Parquet".formatted(what));
    }

    @Test
    void whatIsPackedByGzipIsNamedToo() {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertThat(exports.with("users.csv", ExportFolder.gzip(tar)).refusal())
                .isEqualTo("users.csv is a tar archive; unpack it and give the file; expected CSV, CSV.gz or Parquet");
        byte[] once = ExportFolder.gzip(HEADERS.get("users") + ROWS.get("users"));
        assertThat(exports.with("users.csv", ExportFolder.gzip(once)).refusal())
                .isEqualTo("users.csv is packed twice; pack it by gzip once; expected CSV, CSV.gz or Parquet");
    }

    /** COPY and INTO OUTFILE write no header unless they are asked to; what stands in the rows is not shown. */
    @ParameterizedTest
    @CsvSource({
        "users, '1,\"[]\",2024-01-01 00:00:00', 'id, json_niveau, created_at'",
        "contents, '10;article;Lire', 'id, type, title'",
        "interactions, '7\t8\tpage_view\tContenu\t1\t2025-07-01 10:00:00', 'user_id, type, content_type, content_id, created_at'"
    })
    void aRowInPlaceOfTheHeaderIsNamed(String role, String row, String columns) {
        assertThat(exports.with(role + ".csv", (row + "\n").repeat(2)).refusal())
                .isEqualTo("%s.csv, line 1: found a row, expected a header line with the columns %s"
                        .formatted(role, columns));
    }

    @Test
    void aSeparatorThatIsNotReadIsNamed() {
        assertThat(exports.with("users.csv", "id|json_niveau|created_at\n1|[]|2024-01-01\n")
                        .refusal())
                .isEqualTo("users.csv, line 1: required column 'id' is missing; found id|json_niveau|created_at; "
                        + "columns are separated by commas, semicolons or tabs");
    }

    @Test
    void columnsOfAFileThatAnnouncesItsSeparatorStandInLineTwo() {
        assertThat(exports.with("users.csv", "sep=;\nid;json_niveau\n1;[]\n").refusal())
                .isEqualTo("users.csv, line 2: required column 'created_at' is missing; found id, json_niveau");
        assertThat(exports.with("users.csv", "sep=;\nid;json_niveau;created_at;ID;id\n")
                        .refusal())
                .isEqualTo("users.csv, line 2: column 'id' occurs twice (places 1 and 5), expected once");
        assertThat(exports.with("users.csv", "sep=;\n").refusal())
                .isEqualTo("users.csv is empty; expected a header line and rows");
    }

    /** INTO OUTFILE of MySQL escapes quotes by backslashes. */
    @Test
    void quotesBehindABackslashAreNamed() {
        assertThat(exports.with("users.csv", HEADERS.get("users") + "1,\"[\\\"CP\\\"]\",2024-01-01\n")
                        .refusal())
                .isEqualTo("users.csv, line 2, column json_niveau: a quote follows a backslash, as MySQL and Spark"
                        + " write it; expected RFC 4180 quoting: export with quotes escaped by a second quote");
    }

    /** INTO OUTFILE of MySQL with commas: a line end in a cell would end the row. */
    @Test
    void lineEndsBehindABackslashAreNamed() {
        assertThat(exports.with("contents.csv", "id,type,title,markdown,etat\n1,article,Lire,# Lire\\\nun,publie\n")
                        .refusal())
                .isEqualTo("contents.csv, line 2, column markdown: a line end follows a backslash, as MySQL writes"
                        + " it; expected RFC 4180 quoting: export with every cell in quotes");
    }

    /** Half a character, and half a pair of surrogates. */
    @ParameterizedTest
    @ValueSource(strings = {"41", "3dd84100"})
    void whatIsNotUtf16IsShown(String wrong) {
        String text = "\uFEFF" + HEADERS.get("contents") + ROWS.get("contents") + "2,article,";
        byte[] start = text.getBytes(StandardCharsets.UTF_16LE);
        byte[] end = HexFormat.of().parseHex(wrong);
        byte[] all = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        assertThat(exports.with("contents.csv", all).refusal())
                .isEqualTo("contents.csv, line 3, column title: a character is not UTF-16, as the file's beginning"
                        + " announces; export it in UTF-8 (in Excel: CSV UTF-8)");
    }

    /** gzip of a member that is damaged where it begins would end the text without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aDamagedSecondMemberIsRefused(String role) {
        byte[] first = ExportFolder.gzip(HEADERS.get(role) + ROWS.get(role));
        byte[] second = ExportFolder.gzip(ROWS.get(role).replaceFirst("1", "2"));
        for (int place : new int[] {0, 1, 2, 3}) {
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            both[first.length + place] ^= (byte) 0xf0;
            assertThat(exports.with(role + ".csv", both).refusal())
                    .startsWith(role + ".csv")
                    .contains("damaged", "expected a whole");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aFileThatOnlyLooksLikeParquetIsRefused(String role) {
        assertThat(exports.with(role + ".csv", "PAR1 and more").refusal())
                .isEqualTo(role + ".csv: the Parquet file is damaged; expected a whole one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aTruncatedPackedFileIsRefused(String role) {
        byte[] packed = ExportFolder.gzip(HEADERS.get(role) + many(role));
        for (int length : new int[] {12, packed.length / 2, packed.length - 3}) {
            assertThat(exports.with(role + ".csv", Arrays.copyOf(packed, length))
                            .refusal())
                    .startsWith(role + ".csv")
                    .containsAnyOf("ends too early", "is damaged")
                    .contains("expected a whole");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aDamagedPackedFileIsRefused(String role) {
        byte[] packed = ExportFolder.gzip(HEADERS.get(role) + many(role));
        // in the data, and in the checksum at the end, which the SQL engine does not look at
        for (int place : new int[] {packed.length / 2, packed.length - 8}) {
            byte[] damaged = packed.clone();
            damaged[place] ^= 0x55;
            assertThat(exports.with(role + ".csv", damaged).refusal())
                    .startsWith(role + ".csv")
                    .contains("damaged", "expected a whole");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "users, '1,[],2024-01-01 00:00:00,{cell}\n', nom",
        "contents, '1,article,Lire,{cell}\n', markdown",
        "interactions, '{id},1,page_view,Contenu,1,2025-07-01 10:00:00,{cell}\n', source"
    })
    void aCellOfTenMegabytesIsRejectedAndTheOthersKept(String role, String row, String column) {
        String header = HEADERS.get(role).strip() + "," + column + "\n";
        String large = "x".repeat(10_000_000);
        for (String cell : List.of(large, '"' + large.replace("xx", "x\n") + '"', "\"x,y\"\"" + large + '"')) {
            String text = header + row(row, 1, "a") + row(row, 2, cell) + row(row, 3, "b");
            RowAccount account = exports.with(role + ".csv", text).account(role);
            assertThat(account.read()).isEqualTo(3);
            assertThat(account.rejected()).containsEntry("oversized", new RowAccount.Rejection(1, List.of(3L)));
            assertThat(account.kept()).isEqualTo(2);
        }
    }

    private static String row(String row, int id, String cell) {
        return row.replace("{id}", String.valueOf(id))
                .replaceFirst("^1,", id + ",")
                .replace("{cell}", cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aRowOfFortyMegabytesTakesNoMoreThanItsRow(String role) {
        String header = HEADERS.get(role).strip() + ",autre\n";
        String cell = '"' + "x\n".repeat(20_000_000) + '"';
        String row = ROWS.get(role).strip();
        exports.with(role + ".csv", header + row + ",a\n" + row.replaceFirst("1", "2") + "," + cell + "\n");
        if (role.equals("interactions")) {
            assertThat(exports.account(role).rejected())
                    .isEqualTo(Map.of("oversized", new RowAccount.Rejection(1, List.of(3L))));
        } else {
            assertThat(exports.refusal()).startsWith(role + ".csv, line 3: the row cannot be read");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "users, '2,\"[],2024-01-01 00:00:00\n', json_niveau",
        "contents, '2,article,\"Lire\n', title",
        "interactions, '2,1,page_view,\"Contenu,1,2025-07-01 10:00:00\n', content_type"
    })
    void aQuoteThatIsNotClosedIsShown(String role, String row, String column) {
        assertMisquoted(role, row, column, "a quote is not closed");
    }

    @ParameterizedTest
    @CsvSource({
        "users, '2,\"[]\" non,2024-01-01 00:00:00\n', json_niveau",
        "contents, '2,article,\"Lire\"x\n', title",
        "interactions, '2,1,page_view,\"Contenu\"x,1,2025-07-01 10:00:00\n', content_type"
    })
    void aQuoteInTheWrongPlaceIsShown(String role, String row, String column) {
        assertMisquoted(role, row, column, "a quote is in the wrong place");
    }

    private void assertMisquoted(String role, String row, String column, String fault) {
        String text = HEADERS.get(role) + ROWS.get(role) + row + many(role);
        assertThat(exports.with(role + ".csv", text).refusal())
                .isEqualTo("%s.csv, line 3, column %s: %s; expected RFC 4180 quoting".formatted(role, column, fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "contents", "interactions"})
    void aQuoteThatIsNotClosedInTheHeaderIsShown(String role) {
        assertThat(exports.with(role + ".csv", "\"" + HEADERS.get(role) + ROWS.get(role))
                        .refusal())
                .isEqualTo(role + ".csv, line 1, column 1: a quote is not closed; expected RFC 4180 quoting");
    }

    @ParameterizedTest
    @CsvSource({
        "users, '2,[],2024-01-01 00:00:00,Zoé\n', nom",
        "contents, '2,article,Été\n', title",
        "interactions, '2,1,page_view,Vidéo,1,2025-07-01 10:00:00\n', content_type"
    })
    void bytesThatAreNotUtf8AreShown(String role, String row, String column) {
        String header = role.equals("users") ? HEADERS.get(role).strip() + ",nom\n" : HEADERS.get(role);
        String text = header + ROWS.get(role) + many(role) + row + many(role);
        assertThat(exports.with(role + ".csv", text.getBytes(StandardCharsets.ISO_8859_1))
                        .refusal())
                .isEqualTo(
                        "%s.csv, line 2003, column %s: a character is not UTF-8, as in a file in Windows-1252 or ISO-8859-1; "
                                        .formatted(role, column)
                                + "export it in UTF-8 (in Excel: CSV UTF-8)");
    }

    private static String many(String role) {
        StringBuilder rows = new StringBuilder();
        for (int id = 10; id < 2010; id++) {
            rows.append(ROWS.get(role).replaceFirst("1", String.valueOf(id)));
        }
        return rows.toString();
    }

    @Test
    void exportsOfWhichNothingIsLeftAreRefused() {
        assertThat(exports.with("users.csv", ExportFolder.USERS + "x,[],\n2\n").refusal())
                .isEqualTo(
                        "users.csv: no user is kept; found 2 rows, rejected: 1 bad_id (first at line 2), 1 malformed (first at line 3)");
        exports = ExportFolder.sound(folder);
        assertThat(exports.with("contents.csv", ExportFolder.CONTENTS + "1,,Lire\n")
                        .refusal())
                .isEqualTo("contents.csv: no content is kept; found 1 rows, rejected: 1 no_type (first at line 2)");
        exports = ExportFolder.sound(folder);
        assertThat(exports.with("interactions.csv", ExportFolder.INTERACTIONS + "1;1;page_view;Contenu\n")
                        .refusal())
                .isEqualTo(
                        "interactions.csv: no event can be read; found 1 rows, rejected: 1 malformed (first at line 2)");
    }

    @Test
    void aTopicsFileIsCheckedLikeTheOthers() {
        assertThat(exports.topics("topics.csv").refusal()).startsWith("topics.csv: no such file");
        assertThat(exports.with("topics.csv", "id,topic\n1,2\n").refusal())
                .isEqualTo("topics.csv, line 1: required column 'reduced topics' is missing; found id, topic");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '; check the user in the address (https://user@host/…) and the password in ETREPROF_EXPORTS_PASSWORD'",
        "403, '; its user may not read it, or a signed address has expired'",
        "404, '; there is no such file, check the path in the address'",
        "418, ''",
        "503, '; its server is in trouble, try again later'"
    })
    void anAddressThatAnswersOtherwiseIsRefused(int status, String advice) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:%d/users.csv"
                    .formatted(server.getAddress().getPort());
            assertThat(exports.named(address, "contents.csv", "interactions.csv")
                            .refusal())
                    .isEqualTo("users.csv: the address of the users export answered %d, expected 200%s"
                            .formatted(status, advice));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressThatBreaksOffIsRefused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(ExportFolder.USERS.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:%d/users.csv"
                    .formatted(server.getAddress().getPort());
            assertThat(exports.named(address, "contents.csv", "interactions.csv")
                            .refusal())
                    .isEqualTo(
                            "users.csv: the address of the users export cannot be read: the connection broke off; try again");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.3S, PT60S, was not fetched within 0 s",
        "PT60S, PT0.3S, was not fetched: its address sent nothing for 0 s"
    })
    void anAddressThatFallsSilentIsRefused(Duration limit, Duration silence, String reason) throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            URI address = URI.create("http://localhost:%d/users.csv".formatted(silent.getLocalPort()));
            Download download = new Download("users", "users.csv", new Fetch(limit, silence));
            assertThatExceptionOfType(ExportException.class)
                    .isThrownBy(() -> download.fetch(address, null, folder.resolve("fetched")))
                    .withMessage("users.csv: the users export %s; check its address and try again", reason);
        }
    }

    @Test
    void anAddressThatCannotBeReachedIsRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String address = "http://localhost:%d/events.csv?token=secret".formatted(port);
        assertThat(exports.named("users.csv", "contents.csv", address).refusal())
                .isEqualTo(
                        "events.csv: the address of the interactions export cannot be read: the connection was refused; "
                                + "check host and port, and that the server runs");
    }

    @Test
    void aHostThatIsNoneIsSaid() {
        assertThat(exports.named("https://no-such-host.invalid/users.csv", "contents.csv", "interactions.csv")
                        .refusal())
                .isEqualTo(
                        "users.csv: the address of the users export cannot be read: the name of the host does not resolve;"
                                + " check it in the address, and the name service of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://not a host/users.csv", "http:///users.csv"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThat(exports.named(address, "contents.csv", "interactions.csv").refusal())
                .isEqualTo("the address of the users export is neither a path nor an http(s) address; correct it");
    }

    /** Object stores, shells and pandas know such addresses; nothing of them is shown, since they may hold a password. */
    @ParameterizedTest
    @CsvSource({
        "s3://bucket/users.csv, s3, mount the storage and give a path",
        "S3A://bucket/users.csv, s3a, mount the storage and give a path",
        "ftp://secret:secret@host/users.csv, ftp, or give an https:// address that answers with the file",
        "htp://secret@host/users.csv, htp, or give an https:// address that answers with the file"
    })
    void otherSchemesAreNamed(String address, String scheme, String advice) {
        Exports elsewhere = new Exports(address, "contents.csv", "interactions.csv", null);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> FeatureExtraction.extract(elsewhere, ExportFolder.SETTINGS))
                .withMessageStartingWith("the address of the users export begins with %s:, expected a path or ", scheme)
                .withMessageContaining(advice)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aPasswordThatSplitsTheAddressIsRefusedAndNotShown() {
        assertThat(exports.named("https://ann:se@cret@host/users.csv", "contents.csv", "interactions.csv")
                        .refusal())
                .isEqualTo("the address of the users export is neither a path nor an http(s) address; correct it, and "
                        + "write signs such as @ : / # % in a user or password as %40 %3A %2F %23 %25");
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        Exports nowhere = new Exports("a\0b", "contents.csv", "interactions.csv", null);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> FeatureExtraction.extract(nowhere, ExportFolder.SETTINGS))
                .withMessageStartingWith("the address of the users export is neither a path nor");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aMemoryThatIsNoneIsRefused(long memory) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EngineSettings(null, Instant.EPOCH, memory, 1))
                .withMessage("found %d bytes of memory, expected at least 1", memory);
    }

    @Test
    void aMemoryLimitThatIsTooSmallIsRefused() {
        EngineSettings tiny = new EngineSettings(null, Instant.EPOCH, 1L << 10, 1);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> exports.extract(tiny))
                .isInstanceOfAny(ExportException.class, IllegalArgumentException.class)
                .withMessageContaining("memory");
    }

    @Test
    void threadsMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EngineSettings(null, Instant.EPOCH, 1L << 30, 0))
                .withMessage("found 0 threads, expected at least 1");
    }
}
