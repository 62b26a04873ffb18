package fr.ecolhuma.etreprof.features.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.DemoExports;
import fr.ecolhuma.etreprof.features.FeatureBytes;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.features.count.EventJoin;
import fr.ecolhuma.etreprof.features.duckdb.DuckDbEngine;
import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.warehouse.TableName;
import fr.ecolhuma.etreprof.ingestion.warehouse.Warehouse;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tables of BigQuery say what the same rows in CSV say. */
@Timeout(180)
class BigQueryExportTests {

    private static final EngineSettings SETTINGS =
            new EngineSettings(null, Instant.parse("2025-07-10T20:00:00Z"), 300L << 20, 2);
    private static final List<String> ROLES = List.of("users", "contents", "interactions");

    @TempDir
    private static Path demo;

    @TempDir
    Path folder;

    private BigQueryStub stub;

    @BeforeAll
    static void write() {
        DemoExports.write(new DemoExports.Request(400, 30_000, 60, 42, LocalDate.of(2025, 7, 10), demo, false));
    }

    @BeforeEach
    void start() {
        stub = BigQueryStub.start();
        ROLES.forEach(role -> stub.load("demo." + role, demo.resolve(role + ".csv")));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static String csv(String role) {
        return demo.resolve(role + ".csv").toString();
    }

    private Exports tables() {
        return new Exports(
                "bigquery://school/demo.users",
                "bigquery://school/demo.contents",
                "bigquery://school/demo.interactions",
                null,
                stub.access());
    }

    private List<String> cells(EventEngine engine, String name) throws IOException {
        List<String> cells = new ArrayList<>();
        Path scratch = Files.createDirectory(folder.resolve(name));
        try (DuckDb tables = DuckDb.open(scratch, SETTINGS)) {
            EventJoin.prepare(tables);
            EventCounts counts = engine.count(tables, CountRequest.of(SETTINGS, true));
            cells.add(counts.asOf() + " " + counts.account().read());
            counts.account().rejected().forEach((reason, rows) -> cells.add(reason + " " + rows.rows()));
            counts.columns().forEach(column -> cells.add(account(column)));
            for (String table : List.of("tallies", "uses", "windows")) {
                tables.query("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM %s ORDER BY ALL".formatted(table), row -> {
                    StringBuilder text = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(' ').append(row.getString(i));
                    }
                    cells.add(text.toString());
                });
            }
        }
        return cells;
    }

    private static String account(ColumnAccount column) {
        return "%s %d %d %d %s"
                .formatted(column.column(), column.filled(), column.nulls(), column.understood(), column.form());
    }

    /** Both have thousands of messy rows: repeated ids, rows without ids, texts for ids, times of every form. */
    @Test
    void noCellOfTheCountsDiffers() throws IOException {
        Path events = demo.resolve("interactions.csv");
        List<String> there;
        try (Warehouse warehouse = new Warehouse(stub.warehouse(Duration.ofMinutes(2)))) {
            there = cells(
                    new BigQueryEngine(
                            warehouse.table("interactions", new TableName("school", "demo", "interactions"))),
                    "there");
        }
        List<String> here =
                cells(new DuckDbEngine(ExportFile.at("interactions", "interactions.csv", events), () -> ""), "here");
        assertThat(there).isEqualTo(here).hasSizeGreaterThan(2_000);
        assertThat(there).anyMatch(line -> line.startsWith("duplicate "));
    }

    @Test
    void theFeaturesAreThoseOfTheCsv() throws IOException {
        Features there = FeatureExtraction.extract(tables(), SETTINGS);
        Features here = FeatureExtraction.extract(
                new Exports(csv("users"), csv("contents"), csv("interactions"), null), SETTINGS);
        assertThat(FeatureBytes.of(there, folder)).isEqualTo(FeatureBytes.of(here, folder));
        assertThat(there.contents()).isEqualTo(here.contents());
        assertThat(there.engine()).isEqualTo("BigQuery");
        assertThat(there.accounts().events().kept())
                .isEqualTo(here.accounts().events().kept());
        assertThat(there.accounts().events().file()).isEqualTo("school.demo.interactions");
        assertThat(there.accounts().users().kept())
                .isEqualTo(here.accounts().users().kept());
        assertThat(there.inputs()).containsOnlyKeys("users", "contents", "interactions");
        assertThat(FeatureExtraction.extract(tables(), SETTINGS).inputs()).isEqualTo(there.inputs());
    }

    /** Every table is read as it was at one instant, and nothing is written. */
    @Test
    void queriesOnlyReadAndAreOfOneInstant() {
        FeatureExtraction.extractForModel(tables(), SETTINGS);
        assertThat(stub.queries)
                .hasSize(4)
                .allSatisfy(sql -> assertThat(sql)
                        .containsPattern("FOR SYSTEM_TIME AS OF TIMESTAMP '[0-9TZ:-]+'")
                        .doesNotContainPattern("(?i)\\b(CREATE|INSERT|DROP|MERGE)\\b"));
        assertThat(stub.queries.stream()
                        .map(sql -> sql.replaceAll("(?s).*AS OF TIMESTAMP '([^']*)'.*", "$1"))
                        .distinct())
                .hasSize(1);
        stub.queries.clear();
        stub.kind = "VIEW";
        FeatureExtraction.extractForModel(tables(), SETTINGS);
        assertThat(stub.queries).hasSize(4).noneMatch(sql -> sql.contains("SYSTEM_TIME"));
    }

    /** The zone of the project is not UTC, and columns stand in another order. */
    @Test
    void typedColumnsSayWhatTextsSay() throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("created_at", "TIMESTAMP");
        columns.put("content_id", "INTEGER");
        columns.put("Content_Type", "STRING");
        columns.put("type", "STRING");
        columns.put("user_id", "FLOAT");
        columns.put("note", "BOOLEAN");
        stub.put(
                "typed.events",
                columns,
                List.of(
                        List.of("2025-07-01 23:30:00", "7", "Contenu", "page_view", "1", "true"),
                        List.of("2025-07-02 00:30:00", "7", "Contenu", "page_view", "1", "true"),
                        List.of("2025-07-02 00:30:00", "7", "Contenu", "page_view", "1", "true"),
                        List.of("2025-07-02 00:30:00", "7", "Contenu", "page_view", "1", "false")));
        stub.load("typed.texts", """
                user_id,type,content_type,content_id,created_at,note
                1.0,page_view,Contenu,7,2025-07-01 23:30:00,true
                1,page_view,Contenu,7,2025-07-02 00:30:00,true
                1,page_view,Contenu,7,2025-07-02 00:30:00,true
                1,page_view,Contenu,7,2025-07-02 00:30:00,false
                """);
        try (Warehouse warehouse = new Warehouse(stub.warehouse(Duration.ofMinutes(2)))) {
            List<String> typed = cells(
                    new BigQueryEngine(warehouse.table("interactions", new TableName("school", "typed", "events"))),
                    "typed");
            // three events remain: the row that repeats every column is the same one
            assertThat(typed)
                    .contains("duplicate 1", "uses 1 1 7 3 1751416200000000", "2025-07-02T00:30 4")
                    .isEqualTo(cells(
                            new BigQueryEngine(
                                    warehouse.table("interactions", new TableName("school", "typed", "texts"))),
                            "texts"));
        }
    }

    @Test
    void timesMayBeNumbers() throws IOException {
        stub.load("typed.seconds", """
                id,user_id,type,content_type,content_id,created_at
                1,1,page_view,Contenu,7,1751416200
                2,1,page_view,Contenu,7,1751416201
                """);
        try (Warehouse warehouse = new Warehouse(stub.warehouse(Duration.ofMinutes(2)))) {
            assertThat(cells(
                            new BigQueryEngine(
                                    warehouse.table("interactions", new TableName("school", "typed", "seconds"))),
                            "seconds"))
                    .contains("2025-07-02T00:30:01 2", "uses 1 1 7 2 1751416201000000");
        }
    }
}
