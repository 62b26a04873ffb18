package fr.ecolhuma.etreprof.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** 1.2 million messy events, counted on a cluster of real processes and by the service: no cell differs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountJobTests {

    private static final int FILES = 12;
    private static final Path WORK = Path.of(System.getProperty("work.folder"));
    private static final Path JOB = Path.of(System.getProperty("job.jar"));
    private static final Path EXPORTS = WORK.resolve("exports");
    private static final Path CSV = WORK.resolve("csv");
    private static final Path PARQUET = WORK.resolve("parquet");
    private static final Path EXPECTED = WORK.resolve("counted-by-the-service");

    private SparkCluster cluster;

    @BeforeAll
    void countByTheService() throws IOException, InterruptedException, SQLException {
        clear();
        Service.run(Map.of(), WORK.resolve("demo.log"), "demo-data", "--users", "20000", "--events", "1200000",
                "--contents", "400", "--out", EXPORTS.toString());
        Service.run(settings(), WORK.resolve("counts.log"), "counts", "--out", EXPECTED.toString());
        split();
        toParquet();
        cluster = SparkCluster.start(Path.of(System.getProperty("spark.folder")), WORK.resolve("cluster"));
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static void clear() throws IOException {
        if (Files.exists(WORK)) {
            try (Stream<Path> all = Files.walk(WORK)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(WORK);
    }

    private static Map<String, String> settings() {
        return Map.of(
                "USER_URL_DB", EXPORTS.resolve("users.csv").toString(),
                "CONTENTS_URL_DB", EXPORTS.resolve("contents.csv").toString(),
                "INTERACTIONS_URL_DB", EXPORTS.resolve("interactions.csv").toString(),
                "ETREPROF_DATA_DIR", WORK.resolve("data").toString());
    }

    /** The same rows in several files; a row ends where its quotes are closed. */
    private static void split() throws IOException {
        Files.createDirectories(CSV);
        try (BufferedReader in = Files.newBufferedReader(EXPORTS.resolve("interactions.csv"))) {
            String header = in.readLine();
            List<BufferedWriter> parts = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                BufferedWriter part = Files.newBufferedWriter(CSV.resolve("events-%02d.csv".formatted(i)));
                part.write(header + "\n");
                parts.add(part);
            }
            long quotes = 0;
            int row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                parts.get(row % FILES).write(line + "\n");
                quotes += line.chars().filter(c -> c == '"').count();
                row += quotes % 2 == 0 ? 1 : 0;
            }
            for (BufferedWriter part : parts) {
                part.close();
            }
        }
    }

    private static void toParquet() throws SQLException, IOException {
        Files.createDirectories(PARQUET);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (int i = 0; i < FILES; i++) {
                statement.execute("""
                        COPY (SELECT * FROM read_csv('%s', all_varchar = true, header = true, delim = ',', quote = '"',
                            escape = '"')) TO '%s' (FORMAT parquet)
                        """.formatted(
                                CSV.resolve("events-%02d.csv".formatted(i)),
                                PARQUET.resolve("events-%02d.parquet".formatted(i))));
            }
        }
    }

    @Test
    @Order(1)
    void aWorkerKilledInTheMiddleChangesNothing() throws IOException, InterruptedException, SQLException {
        SparkCluster.Worker lost = cluster.addWorker();
        cluster.addWorker();
        Path out = WORK.resolve("from-csv");
        SparkCluster.Job job = cluster.submit("csv-job", JOB, List.of("--events", CSV.toString(), "--out", out.toString()));
        lost.awaitTask();
        lost.kill();

        assertThat(job.await()).as(job.output()).isZero();
        assertThat(job.output()).contains("Lost executor").contains("events as of");
        assertSameCounts(out);
    }

    @Test
    @Order(2)
    void parquetGivesTheSameCounts() throws IOException, InterruptedException, SQLException {
        cluster.addWorker();
        Path out = WORK.resolve("from-parquet");
        SparkCluster.Job job =
                cluster.submit("parquet-job", JOB, List.of("--events", PARQUET.toString(), "--out", out.toString()));

        assertThat(job.await()).as(job.output()).isZero();
        assertSameCounts(out);
    }

    @Test
    @Order(3)
    void theModelIsTheSame() throws IOException, InterruptedException {
        Path here = recompute("models-here");
        Path elsewhere = recompute("models-elsewhere", "--counts", WORK.resolve("from-csv").toString());

        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!List.of("provenance.json", "manifest.json", "gates.json").contains(name)) {
                    assertThat(elsewhere.resolve(name)).as(name).hasSameBinaryContentAs(file);
                }
            }
        }
    }

    @Test
    @Order(4)
    void whatCannotBeCountedIsRefusedInOneLine() throws IOException, InterruptedException {
        Path other = Files.writeString(WORK.resolve("other.csv"), "id,user_id,type\n1,2,session\n");
        SparkCluster.Job job = cluster.submit(
                "refused", JOB, List.of("--events", other.toString(), "--out", WORK.resolve("none").toString()));

        assertThat(job.await()).isEqualTo(1);
        assertThat(job.output())
                .contains("error: other.csv: found the column content_type nowhere, expected it once; correct the export");
    }

    private Path recompute(String models, String... more) throws IOException, InterruptedException {
        SortedMap<String, String> settings = new TreeMap<>(settings());
        settings.put("ETREPROF_MODELS_DIR", WORK.resolve(models).toString());
        settings.put("ETREPROF_DATA_DIR", WORK.resolve(models + "-data").toString());
        List<String> arguments = new ArrayList<>(List.of("recompute"));
        arguments.addAll(List.of(more));
        Service.run(settings, WORK.resolve(models + ".log"), arguments.toArray(String[]::new));
        return WORK.resolve(models).resolve(Files.readString(WORK.resolve(models).resolve("CURRENT")).strip());
    }

    private static void assertSameCounts(Path out) throws SQLException, IOException {
        assertSameRows(out, "tallies", "user_id, kind, late, row_count, first_us, last_us");
        assertSameRows(out, "uses", "user_id, kind, content_id, uses, last_us");
        JsonNode expected = account(EXPECTED);
        JsonNode found = account(out);
        assertThat(found.path("as_of")).isEqualTo(expected.path("as_of"));
        assertThat(found.path("sql")).isEqualTo(expected.path("sql"));
        assertThat(found.path("rows")).isEqualTo(expected.path("rows"));
        assertThat(rejected(found)).isEqualTo(rejected(expected));
        assertThat(cells(found)).isEqualTo(cells(expected));
    }

    private static JsonNode account(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("account.json").toFile());
    }

    private static SortedMap<String, Long> rejected(JsonNode account) {
        SortedMap<String, Long> rows = new TreeMap<>();
        account.path("rejected").properties()
                .forEach(one -> rows.put(one.getKey(), one.getValue().path("rows").asLong()));
        return rows;
    }

    private static List<String> cells(JsonNode account) {
        List<String> columns = new ArrayList<>();
        account.path("columns").forEach(column -> columns.add("%s: %d filled, %d null, %d understood, %d not".formatted(
                column.path("column").asText(),
                column.path("filled").asLong(),
                column.path("nulls").asLong(),
                column.path("understood").asLong(),
                column.path("not_understood").asLong())));
        return columns;
    }

    private static void assertSameRows(Path out, String table, String columns) throws SQLException {
        String file = table + ".parquet";
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            String found = "SELECT %s FROM '%s'".formatted(columns, out.resolve(file));
            String expected = "SELECT %s FROM '%s'".formatted(columns, EXPECTED.resolve(file));
            assertThat(number(statement, "SELECT COUNT(*) FROM (%s)".formatted(expected))).isGreaterThan(10_000);
            assertThat(number(statement, "SELECT COUNT(*) FROM (%s EXCEPT ALL %s)".formatted(found, expected)))
                    .as("rows of %s that the service does not have", table)
                    .isZero();
            assertThat(number(statement, "SELECT COUNT(*) FROM (%s EXCEPT ALL %s)".formatted(expected, found)))
                    .as("rows of %s that the cluster does not have", table)
                    .isZero();
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
