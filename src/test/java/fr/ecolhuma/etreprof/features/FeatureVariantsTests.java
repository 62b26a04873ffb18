package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports of the oracle in other orders, formats and places say the same. */
class FeatureVariantsTests {

    private static final List<String> FILES = List.of("users.csv", "contents.csv", "interactions.csv", "topics.csv");

    @TempDir
    Path folder;

    private ExportFolder exports;
    private Features usual;

    @BeforeEach
    void extractAsUsual() {
        exports = ExportFolder.oracle(folder);
        usual = exports.extract();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfRowsMakesNoDifference(long seed) {
        for (String name : FILES) {
            List<String> rows = rows(ExportFolder.oracleFile(name));
            List<String> body = new ArrayList<>(rows.subList(1, rows.size()));
            Collections.shuffle(body, new Random(seed));
            // of users and contents that repeat an id the first row counts: it must stay the first
            exports.with(name, rows.getFirst() + String.join("", name.startsWith("i") ? body : inOrder(body, rows)));
        }
        assertSame(exports.extract());
    }

    @Test
    void theOrderOfColumnsAndUnknownColumnsMakeNoDifference() throws IOException {
        for (String name : FILES) {
            exports.with(name, reversed(ExportFolder.oracleFile(name)));
        }
        Features features = exports.extract();
        assertSame(features);
        assertThat(features.accounts()).isEqualTo(usual.accounts());
    }

    @Test
    void packedExportsSayTheSame() {
        for (String name : FILES) {
            exports.with(name + ".gz", ExportFolder.gzip(ExportFolder.oracleFile(name)));
        }
        Features features = exports.named("users.csv.gz", "contents.csv.gz", "interactions.csv.gz")
                .topics("topics.csv.gz")
                .extract();
        assertSame(features);
        assertThat(features.accounts().files().stream().map(RowAccount::rejected))
                .isEqualTo(usual.accounts().files().stream()
                        .map(RowAccount::rejected)
                        .toList());
    }

    @Test
    void otherLineEndsAndAByteOrderMarkSayTheSame() {
        for (String name : FILES) {
            exports.with(name, "\uFEFF" + ExportFolder.oracleFile(name).replace("\n", "\r\n"));
        }
        Features features = exports.extract();
        // the title with a newline inside has another newline now
        assertThat(FeatureRows.of(features, folder)).isEqualTo(FeatureRows.of(usual, folder));
        assertThat(features.accounts()).isEqualTo(usual.accounts());
    }

    @Test
    void aFileWhoseLinesEndInSeveralWaysSaysTheSame() {
        String mixed = ExportFolder.oracleFile("interactions.csv").replace(",mail\n", ",mail\r\n");
        // a row of too many cells could not be told from a whole one here
        Features features = exports.with(
                        "interactions.csv", mixed.replace(",one,two\n", "\n").replace("\n63,", "\n,"))
                .extract();
        assertThat(features.accounts().events().rejected().get("malformed"))
                .isEqualTo(new RowAccount.Rejection(1, List.of(54L)));
        assertThat(features.accounts().events().read()).isEqualTo(67);
    }

    @Test
    void parquetSaysTheSame() throws SQLException {
        writeParquet("users", "* REPLACE (TRY_CAST(id AS DOUBLE) AS id, CAST(json_niveau AS VARCHAR) AS json_niveau)");
        writeParquet("contents", "* REPLACE (TRY_CAST(id AS INTEGER) AS id)");
        writeParquet("topics", "*");
        writeParquet(
                "interactions",
                "* REPLACE (CAST(id AS BIGINT) AS id, TRY_CAST(created_at AS TIMESTAMP) AS created_at)");
        Features features = exports.named("users.parquet", "contents.parquet", "interactions.parquet")
                .topics("topics.parquet")
                .extract();
        assertSame(features);
        // rows that are not whole do not exist in Parquet: two less

        assertThat(features.accounts().events().read()).isEqualTo(65);
        assertThat(features.accounts().events().rejected().get("after_as_of").lines())
                .containsExactly(11L, 64L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1] l'été *?", "jour=2025-07-10"})
    void foldersMayHaveAnyName(String name) throws IOException, SQLException {
        for (String role : List.of("users", "contents", "topics", "interactions")) {
            writeParquet(role, "*");
        }
        Path odd = Files.createDirectory(folder.resolve(name));
        for (String file : FILES) {
            Files.copy(folder.resolve(file), odd.resolve(file));
            String parquet = file.replace("csv", "parquet");
            Files.copy(folder.resolve(parquet), odd.resolve(parquet));
        }
        String path = name + "/";
        assertSame(exports.named(path + "users.csv", path + "contents.csv", path + "interactions.csv")
                .topics(path + "topics.csv")
                .extract());
        assertSame(exports.named(path + "users.parquet", path + "contents.parquet", path + "interactions.parquet")
                .topics(path + "topics.parquet")
                .extract());
    }

    @Test
    void listsInParquetAreReadAsTheyAre() throws SQLException {
        exports.with(
                "users.csv", ExportFolder.USERS + "101,\"[\"\"CP\"\", \"\"6e\"\", \"\"5e\"\"]\",2024-01-01 00:00:00\n");
        writeParquet(
                "users",
                "* REPLACE (CAST(json_niveau AS JSON)::VARCHAR[] AS json_niveau, created_at::TIMESTAMPTZ AS created_at)");
        User user = exports.named("users.parquet", "contents.csv", "interactions.csv")
                .extract()
                .table()
                .users()
                .getFirst();
        assertThat(user.degre()).isEqualTo(2);
        assertThat(user.createdAt()).isEqualTo("2024-01-01T00:00:00");
    }

    @Test
    void parquetMayHaveBinaryTextsAndMaps() throws Exception {
        exports.with(
                "users.csv",
                "id,json_niveau,json_etablissement,created_at\n101,\"[\"\"CP\"\"]\",\"{\"\"academie\"\": \"\"Lyon\"\"}\",2024-01-01 00:00:00\n");
        writeParquet(
                "users",
                "* REPLACE (json_niveau::BLOB AS json_niveau, created_at::BLOB AS created_at, "
                        + "MAP {'academie': 'Lyon', 'code_postal': '1280'} AS json_etablissement)");
        writeParquet("interactions", "* REPLACE (type::BLOB AS type, created_at::BLOB AS created_at)");
        Features features = exports.named("users.parquet", "contents.csv", "interactions.parquet")
                .extract();
        User user = features.table().users().getFirst();
        assertThat(user.degre()).isEqualTo(1);
        assertThat(user.codePostal()).isEqualTo("01280");
        assertThat(user.academie()).isEqualTo("Lyon");
        assertThat(user.createdAt()).isEqualTo("2024-01-01T00:00:00");
        assertThat(features.asOf()).isEqualTo(usual.asOf());
    }

    @Test
    void exportsAreFetchedOverHttp() throws IOException {
        HttpServer server = server(this::answer);
        try {
            String base = "http://localhost:" + server.getAddress().getPort() + "/exports/";
            Features features = exports.named(
                            base + "users.csv?token=secret", base + "contents.csv", base + "interactions.csv")
                    .topics(base + "topics.csv")
                    .extract();
            assertSame(features);
            assertThat(features.accounts()).isEqualTo(usual.accounts());
            assertThat(features.inputs()).isEqualTo(usual.inputs());
        } finally {
            server.stop(0);
        }
    }

    /** curl, wget and pandas take both: a scheme in any case, and a user with a password. */
    @Test
    void schemesHaveNoCaseAndUsersAreSentToTheirOwnHostAlone() throws IOException {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        HttpServer other = server(exchange -> {
            sent.add("other " + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange);
        });
        HttpServer server = server(exchange -> {
            String user = exchange.getRequestHeaders().getFirst("Authorization");
            sent.add(exchange.getRequestURI() + " " + user);
            if (exchange.getRequestURI().getPath().startsWith("/moved/")) {
                String name = exchange.getRequestURI().getPath().substring("/moved".length());
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://localhost:" + other.getAddress().getPort() + name);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            } else {
                answer(exchange);
            }
        });
        try {
            int port = server.getAddress().getPort();
            Features features = exports.named(
                            "HTTP://ann:p%40ss%C3%A9@localhost:" + port + "/users.csv?a=b@c",
                            "http://localhost:%d/contents.csv".formatted(port),
                            "Http://ann:secret@localhost:%d/moved/interactions.csv".formatted(port))
                    .extract();
            assertSame(features);
            // "ann:p@ssé" and "ann:secret" in Base64
            assertThat(sent)
                    .containsExactly(
                            "/users.csv?a=b@c Basic YW5uOnBAc3PDqQ==",
                            "/contents.csv null",
                            "/moved/interactions.csv Basic YW5uOnNlY3JldA==",
                            "other null");
        } finally {
            server.stop(0);
            other.stop(0);
        }
    }

    private static HttpServer server(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = Files.readAllBytes(folder.resolve(path.substring(path.lastIndexOf('/') + 1)));
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        EngineSettings one = new EngineSettings(null, ExportFolder.SETTINGS.now(), 300L << 20, 1);
        Features features = exports.extract(one);
        assertSame(features);
        assertThat(features.accounts()).isEqualTo(usual.accounts());
    }

    private void assertSame(Features features) {
        assertThat(features.asOf()).isEqualTo(usual.asOf());
        assertThat(FeatureRows.of(features, folder)).isEqualTo(FeatureRows.of(usual, folder));
        assertThat(features.contents()).isEqualTo(usual.contents());
        assertThat(features.unknownContentEvents()).isEqualTo(usual.unknownContentEvents());
        assertThat(entries(features.uses().table()))
                .isEqualTo(entries(usual.uses().table()));
    }

    private static List<List<Number>> entries(InteractionTable table) {
        return IntStream.range(0, table.users())
                .boxed()
                .flatMap(user -> IntStream.range(table.start(user), table.end(user))
                        .mapToObj(entry -> List.<Number>of(
                                user, table.content(entry), table.uses(entry), table.lastSecond(entry))))
                .toList();
    }

    /** Rows with their line ends; a quoted cell may go on over several lines. */
    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        String row = "";
        for (String line : text.split("(?<=\n)")) {
            row += line;
            if (row.chars().filter(c -> c == '"').count() % 2 == 0) {
                rows.add(row);
                row = "";
            }
        }
        return rows;
    }

    /** The shuffled rows, those of each id in their first order. */
    private static List<String> inOrder(List<String> shuffled, List<String> rows) {
        Map<String, List<String>> byId = new HashMap<>();
        rows.subList(1, rows.size())
                .forEach(row -> byId.computeIfAbsent(id(row), unseen -> new ArrayList<>())
                        .add(row));
        return shuffled.stream().map(row -> byId.get(id(row)).removeFirst()).toList();
    }

    private static String id(String row) {
        return row.split(",", 2)[0];
    }

    /** The columns from the last to the first, between two unknown ones; rows that are not whole stay so. */
    private static String reversed(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180);
                CSVPrinter printer = new CSVPrinter(
                        out,
                        CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            for (CSVRecord row : parser) {
                boolean blank = row.size() == 1 && row.get(0).isEmpty();
                List<String> cells = new ArrayList<>(row.toList().reversed());
                cells.addFirst(row.getRecordNumber() == 1 ? "avant" : "1");
                cells.addLast(row.getRecordNumber() == 1 ? "après, \"tout\"" : "{\"a\": \"é,\n\"}".replace("\n", ""));
                if (blank) {
                    printer.println();
                } else {
                    printer.printRecord(cells);
                }
            }
        }
        return out.toString();
    }

    private void writeParquet(String name, String columns) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            // in two steps, as the engine would leave out the rows whose casts fail
            statement.execute(
                    "CREATE TABLE texts AS FROM read_csv('%s', all_varchar = true, delim = ',', quote = '\"', escape = '\"', ignore_errors = true)"
                            .formatted(folder.resolve(name + ".csv")));
            statement.execute("COPY (SELECT %s FROM texts) TO '%s' (FORMAT parquet)"
                    .formatted(columns, folder.resolve(name + ".parquet")));
        }
    }
}
