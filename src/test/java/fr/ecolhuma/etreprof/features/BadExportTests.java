package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Download;
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
        byte[] utf16 = (HEADERS.get(role) + ROWS.get(role)).getBytes(StandardCharsets.UTF_16);
        assertThat(exports.with(role + ".csv", utf16).refusal()).contains("is a binary file");
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
                .isEqualTo("%s.csv, line 2003, column %s: a character is not UTF-8; expected CSV in UTF-8"
                        .formatted(role, column));
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

    @Test
    void anAddressThatAnswersOtherwiseIsRefused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:%d/users.csv"
                    .formatted(server.getAddress().getPort());
            assertThat(exports.named(address, "contents.csv", "interactions.csv")
                            .refusal())
                    .isEqualTo("users.csv: the address of the users export answered 404, expected 200");
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
                    .isEqualTo("users.csv: the address of the users export cannot be read; check it and try again");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressThatFallsSilentIsRefused() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            URI address = URI.create("http://localhost:%d/users.csv".formatted(silent.getLocalPort()));
            Download download = new Download("users", "users.csv", Duration.ofMillis(300));
            assertThatExceptionOfType(ExportException.class)
                    .isThrownBy(() -> download.fetch(address, folder.resolve("fetched")))
                    .withMessage(
                            "users.csv: the users export was not fetched within 0 s; check its address and try again");
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
                .isEqualTo("events.csv: the address of the interactions export cannot be read; check it and try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://not a host/users.csv", "http:///users.csv"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThat(exports.named(address, "contents.csv", "interactions.csv").refusal())
                .isEqualTo("the address of the users export is neither a path nor an http(s) address; correct it");
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
