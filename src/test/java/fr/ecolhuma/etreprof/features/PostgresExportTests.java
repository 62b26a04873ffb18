package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.DemoExports;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a real PostgreSQL say what the same rows in CSV say. */
@Timeout(120)
class PostgresExportTests {

    private static final EngineSettings SETTINGS =
            new EngineSettings(null, Instant.parse("2025-07-10T20:00:00Z"), 300L << 20, 2);

    @TempDir
    private static Path demo;

    private static PostgresTables tables = null;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        tables = PostgresTables.start();
        DemoExports.write(new DemoExports.Request(400, 30_000, 60, 42, LocalDate.of(2025, 7, 10), demo, false));
        tables.run("CREATE SCHEMA demo");
        PostgresTables.ROLES.forEach(role -> tables.load("demo." + role, demo.resolve(role + ".csv")));
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    private static Exports csv() {
        return new Exports(
                demo.resolve("users.csv").toString(),
                demo.resolve("contents.csv").toString(),
                demo.resolve("interactions.csv").toString(),
                null);
    }

    private byte[] features(Exports exports) throws IOException {
        return FeatureBytes.of(FeatureExtraction.extract(exports, SETTINGS), folder);
    }

    @Test
    void theFeaturesAreThoseOfTheCsv() throws IOException {
        Features fromTables = FeatureExtraction.extract(tables.exports("demo"), SETTINGS);
        Features fromCsv = FeatureExtraction.extract(csv(), SETTINGS);
        assertThat(FeatureBytes.of(fromTables, folder)).isEqualTo(FeatureBytes.of(fromCsv, folder));
        assertThat(fromTables.table().users()).hasSizeGreaterThan(250);
        assertThat(fromTables.accounts().users().file()).isEqualTo("demo.users on localhost");
        assertThat(fromTables.accounts().events().read())
                .isEqualTo(fromCsv.accounts().events().read());
        assertThat(cells(fromTables)).isEqualTo(cells(fromCsv)).hasSizeGreaterThan(25);
    }

    /** What the cells of each column said, without their lines: a table has no order of its own. */
    private static List<String> cells(Features features) {
        return features.columns().stream()
                .map(one -> "%s.%s: %d filled, %d null, %d understood"
                        .formatted(one.export(), one.column(), one.filled(), one.nulls(), one.understood()))
                .toList();
    }

    /** Without an order of its own the same table gives the same bytes, and so the same version of a model. */
    @Test
    void theSameTablesHaveTheSameDigests() {
        assertThat(FeatureExtraction.extract(tables.exports("demo"), SETTINGS).inputs())
                .isEqualTo(FeatureExtraction.extract(tables.exports("demo"), SETTINGS)
                        .inputs());
    }

    @Test
    void aSourceMayBeAFileAndAnotherATable() throws IOException {
        Exports mixed = new Exports(
                csv().users(),
                tables.query("SELECT * FROM demo.contents WHERE 'a & b' <> '100 %'; "),
                tables.address("table=demo.interactions"),
                null);
        assertThat(features(mixed)).isEqualTo(features(csv()));
    }

    /** Columns stand in another order, have types, and the database and the driver have their own zones and forms of times. */
    @Test
    void typedColumnsSayTheSame() throws IOException {
        tables.run(
                "DROP SCHEMA IF EXISTS typed CASCADE",
                "CREATE SCHEMA typed",
                """
                CREATE TABLE typed.users AS SELECT nullif(created_at, '')::timestamp AT TIME ZONE 'UTC' AS created_at,
                    json_niveau::jsonb AS json_niveau, json_discipline::json AS json_discipline, json_etablissement,
                    anciennete::double precision AS anciennete, codepostal, pays, locale, id::integer AS id
                FROM demo.users""",
                """
                CREATE TABLE typed.contents AS SELECT id::bigint AS id, published_at::timestamp AS published_at, created_at::timestamptz
                    AS created_at, niveaux, etat, markdown, title, type, transition_ecologique::numeric::int::boolean AS
                    transition_ecologique, sante_mentale::numeric::int::boolean AS sante_mentale, ecole_inclusive::numeric
                    AS ecole_inclusive, cps::numeric::smallint AS cps, reussite_tous_eleves::real AS reussite_tous_eleves
                FROM demo.contents""",
                """
                CREATE TABLE typed.interactions AS SELECT CASE WHEN created_at ~ '^20..-(0[1-9]|1[0-2])-' THEN created_at::timestamp
                    AT TIME ZONE 'UTC' END AS created_at, content_id, content_type, type, user_id, id::bigint AS id
                FROM demo.interactions""",
                "ALTER DATABASE postgres SET timezone = 'America/New_York'",
                "ALTER DATABASE postgres SET datestyle = 'SQL, DMY'",
                "ALTER DATABASE postgres SET extra_float_digits = -10");
        TimeZone usual = TimeZone.getDefault();
        // the driver gives the server the zone of this process
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            assertThat(tables.cell("SELECT '2025-07-09 18:00:00+00'::timestamptz::text"))
                    .isEqualTo("2025-07-09 14:00:00-04");
            assertThat(features(tables.exports("typed"))).isEqualTo(features(csv()));
        } finally {
            TimeZone.setDefault(usual);
            tables.run(
                    "ALTER DATABASE postgres RESET timezone",
                    "ALTER DATABASE postgres RESET datestyle",
                    "ALTER DATABASE postgres RESET extra_float_digits");
        }
    }

    @Test
    void nullAndEmptyAreWhatTheyAreInCsv() {
        tables.run("DROP SCHEMA IF EXISTS empty CASCADE", "CREATE SCHEMA empty");
        tables.load(
                "empty.users", ExportFolder.USERS.strip() + ",pays,codepostal\n1,\"[\"\"CP\"\"]\",,,\"\"\n2,,,\"\",\n");
        tables.load("empty.contents", ExportFolder.CONTENTS.strip() + ",etat\n1,article,\"\",\n2,article,,\"\"\n");
        tables.load("empty.interactions", ExportFolder.INTERACTIONS + ExportFolder.event(1));
        Features features = FeatureExtraction.extract(tables.exports("empty"), SETTINGS);
        // users in no country at all are in France, contents without a state are published, a title may be empty
        assertThat(features.table().users()).hasSize(2);
        assertThat(features.contents()).hasSize(2).allSatisfy(content -> {
            assertThat(content.title()).isEmpty();
            assertThat(content.published()).isTrue();
        });
    }

    @Test
    void aCellOfTenMegabytesRejectsItsRowAlone() {
        tables.run("DROP SCHEMA IF EXISTS big CASCADE", "CREATE SCHEMA big");
        tables.load("big.users", demo.resolve("users.csv"));
        tables.load("big.interactions", demo.resolve("interactions.csv"));
        tables.load("big.contents", demo.resolve("contents.csv"));
        tables.run(
                "UPDATE big.contents SET markdown = repeat('é', 5000000) WHERE ctid = (SELECT min(ctid) FROM big.contents)");
        RowAccount contents = FeatureExtraction.extract(tables.exports("big"), SETTINGS)
                .accounts()
                .contents();
        assertThat(contents.reasons()).contains("1 oversized (first at line ");
    }

    /** The users' query waits, and meanwhile others add a user and an event. */
    @Test
    void allTablesAreOfOneMomentThoughTheyGrow() throws Exception {
        tables.run("DROP SCHEMA IF EXISTS growing CASCADE", "CREATE SCHEMA growing");
        tables.load("growing.users", ExportFolder.USERS + "1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n");
        tables.load("growing.contents", ExportFolder.CONTENTS + "1,article,Lire\n");
        tables.load("growing.interactions", ExportFolder.INTERACTIONS + ExportFolder.event(1));
        Exports exports = PostgresTables.with(
                PostgresTables.access(null),
                tables.query("SELECT u.* FROM growing.users u, pg_sleep(1)"),
                tables.address("table=growing.contents"),
                tables.address("table=growing.interactions"));
        CompletableFuture<Features> reading =
                CompletableFuture.supplyAsync(() -> FeatureExtraction.extract(exports, SETTINGS));
        tables.awaitReader();
        tables.run(
                "INSERT INTO growing.users VALUES ('2', '[]', '2024-01-01 00:00:00')",
                "INSERT INTO growing.contents VALUES ('2', 'article', 'Écrire')",
                "INSERT INTO growing.interactions VALUES ('2', '1', 'page_view', 'Contenu', '2', '2025-07-02 10:00:00')");
        assertThat(reading).isNotDone();
        Features features = get(reading);
        assertThat(features.accounts().users().read()).isEqualTo(1);
        assertThat(features.accounts().contents().read()).isEqualTo(1);
        assertThat(features.accounts().events().read()).isEqualTo(1);
        Features next = FeatureExtraction.extract(tables.exports("growing"), SETTINGS);
        assertThat(next.accounts().events().read()).isEqualTo(2);
    }

    private static Features get(CompletableFuture<Features> reading) throws InterruptedException, ExecutionException {
        return reading.get();
    }
}
