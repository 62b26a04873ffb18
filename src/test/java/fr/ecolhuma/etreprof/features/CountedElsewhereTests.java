package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ecolhuma.etreprof.features.folder.CountsWriter;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of counts gives what the export gives; one that is not whole, or of something else, is refused with the reason. */
class CountedElsewhereTests {

    private static final EngineSettings SETTINGS = ExportFolder.SETTINGS;

    @TempDir
    Path folder;

    private Path counts;
    private Exports exports;

    @BeforeEach
    void count() {
        counts = folder.resolve("counts");
        ExportFolder.oracle(folder);
        exports = new Exports(path("users.csv"), path("contents.csv"), path("interactions.csv"), path("topics.csv"));
        count(Map.of("interactions", exports.interactions()), null);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private EventCounting.Result count(Map<String, String> sources, @Nullable LocalDate day) {
        return EventCounting.count(
                sources, SourceAccess.none(), settings(day), counts, Clock.fixed(SETTINGS.now(), ZoneOffset.UTC));
    }

    private static EngineSettings settings(@Nullable LocalDate day) {
        return new EngineSettings(day, SETTINGS.now(), SETTINGS.memory(), SETTINGS.threads());
    }

    private Features counted() {
        return FeatureExtraction.extractForModel(exports.counted(counts), SETTINGS);
    }

    private String refusal() {
        return refusal(SETTINGS);
    }

    private String refusal(EngineSettings settings) {
        return String.valueOf(catchThrowableOfType(
                        ExportException.class,
                        () -> FeatureExtraction.extractForModel(exports.counted(counts), settings))
                .getMessage());
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(counts.resolve(file));
        assertThat(text).containsPattern(from);
        Files.writeString(counts.resolve(file), text.replaceAll(from, to));
    }

    @Test
    void allButSomeLinesIsAsFromTheExport() {
        Features here = FeatureExtraction.extractForModel(exports, SETTINGS);
        Features there = counted();

        assertThat(there.asOf()).isEqualTo(here.asOf());
        assertThat(there.contents()).isEqualTo(here.contents());
        assertThat(there.table().users()).isEqualTo(here.table().users()).hasSize(14);
        IntStream.range(0, 14).forEach(row -> {
            assertThat(there.table().behaviour().row(row))
                    .isEqualTo(here.table().behaviour().row(row));
            assertThat(there.table().activity().row(row))
                    .isEqualTo(here.table().activity().row(row));
            assertThat(there.table().dates().joinDate(row))
                    .isEqualTo(here.table().dates().joinDate(row));
            assertThat(there.table().dates().lastActionDate(row))
                    .isEqualTo(here.table().dates().lastActionDate(row));
        });
        assertThat(entries(there)).isEqualTo(entries(here)).isNotEmpty();
        assertThat(there.columns()).isEqualTo(here.columns());
        assertThat(there.unknownContentEvents()).isEqualTo(here.unknownContentEvents());
        assertThat(there.inputs()).isEqualTo(here.inputs()).hasSize(4);
        assertThat(there.engine()).isEqualTo(here.engine()).startsWith("DuckDB ");
    }

    private static Map<String, String> entries(Features features) {
        InteractionTable table = features.uses().table();
        Map<String, String> entries = new TreeMap<>();
        for (int user = 0; user < table.users(); user++) {
            for (int entry = table.start(user); entry < table.end(user); entry++) {
                entries.put(
                        user + "/" + table.content(entry),
                        table.uses(entry) + " " + table.lastSecond(entry)
                                + features.uses().recent().get(entry));
            }
        }
        return entries;
    }

    /** Lines of rows of unknown users are not known where the events are counted without users. */
    @Test
    void rowsAreAccountedForWithTheLinesThatAreKnown() {
        RowAccount there = counted().accounts().events();
        RowAccount here =
                FeatureExtraction.extractForModel(exports, SETTINGS).accounts().events();

        assertThat(there.read()).isEqualTo(here.read()).isEqualTo(67);
        assertThat(there.kept()).isEqualTo(here.kept()).isEqualTo(47);
        assertThat(there.rejected().keySet()).isEqualTo(here.rejected().keySet());
        there.rejected().forEach((reason, rejection) -> {
            assertThat(rejection.rows()).isEqualTo(here.rejected().get(reason).rows());
            switch (reason) {
                case "unknown_user", "user_not_kept", "after_as_of" ->
                    assertThat(rejection.lines()).isEmpty();
                default ->
                    assertThat(rejection.lines())
                            .isEqualTo(here.rejected().get(reason).lines())
                            .isNotEmpty();
            }
        });
    }

    @Test
    void theOneWhoCountsSeesTheRowsAsIfEveryUserWereKnown() {
        RowAccount rows =
                count(Map.of("interactions", exports.interactions()), null).rows();
        assertThat(rows.read()).isEqualTo(67);
        assertThat(rows.rejected())
                .containsOnlyKeys("shadow_session", "duplicate", "bad_date", "bad_user_id", "malformed");
        // two after the as-of, six of unknown users or those who are not kept
        assertThat(rows.kept()).isEqualTo(47 + 2 + 3 + 1);
    }

    @Test
    void withoutAnAccountItIsHalfWritten() throws IOException {
        Files.delete(counts.resolve("account.json"));
        assertThat(refusal())
                .isEqualTo(
                        "counts/account.json: found no such file, expected one, since it is written last; wait until counting has ended, or count again");
    }

    @Test
    void countsThatAreMadeAnewAreNotUsedMeanwhile() {
        CountsWriter.begin(counts, Clock.systemUTC());
        assertThat(refusal()).startsWith("counts/account.json: found no such file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format" : 1           | "format" : 2        | counts/account.json: found format 2, expected 1; count again with this version
            "format" : 1,          | ''                  | counts/account.json: found format none, expected 1; count again with this version
            "sql" : "[0-9a-f]{64}" | "sql" : "abcdef"    | counts/account.json: found counts made by other SQL (abcdef), expected this version's (
            "rows" : 67            | "row" : 67          | counts/account.json: the field rows is missing or not of its type; expected the fields of format 1
            "rows" : 67            | "rows" : "many"     | counts/account.json: the field rows is missing or not of its type; expected the fields of format 1
            "engine" : "[^"]+"     | "engine" : null     | counts/account.json: the field engine is missing or not of its type; expected the fields of format 1
            ^.                     | ''                  | counts/account.json: found no JSON, or a field is missing; expected the fields of format 1
            "rows" : 67            | "rows" : 68         | counts: the files disagree: found 62 rows in tallies.parquet, expected 63; count again
            "uses.parquet"         | "use.parquet"       | counts/uses.parquet: account.json has no digest of it; expected one for each file; count again
            """)
    void anAccountThatIsNotOfTheseCountsIsRefused(String from, String to, String reason) throws IOException {
        change("account.json", from, to);
        assertThat(refusal()).startsWith(reason);
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        Path file = counts.resolve("tallies.parquet");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refusal())
                .startsWith("counts/tallies.parquet: found SHA-256 ")
                .endsWith("by account.json; the folder is half written or was changed: count again");
    }

    @Test
    void aFileThatIsMissingIsRefused() throws IOException {
        Files.delete(counts.resolve("uses.parquet"));
        assertThat(refusal())
                .isEqualTo(
                        "counts/uses.parquet: found no file that can be read, expected the one that account.json names; count again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tallies | SELECT * EXCLUDE (late) FROM t                       | counts/tallies.parquet: cannot be read; expected a Parquet file with the columns user_id, kind, late, row_count, first_us, last_us and their types
            tallies | SELECT * REPLACE ('many' AS row_count) FROM t        | counts/tallies.parquet: cannot be read
            tallies | SELECT * REPLACE (9 AS kind) FROM t                  | counts: the files disagree: found
            tallies | SELECT * REPLACE (NOT late AS late) FROM t           | counts: the files disagree: found
            tallies | SELECT * FROM t UNION ALL SELECT * FROM t            | counts: the files disagree: found 124 rows in tallies.parquet, expected 62
            uses    | SELECT * FROM t UNION ALL SELECT * FROM t            | counts: the files disagree: found
            uses    | SELECT * REPLACE (NULL AS user_id) FROM t            | counts: the files disagree: found
            uses    | SELECT * REPLACE (last_us + 9000000000000000 AS last_us) FROM t | counts: the files disagree: found
            """)
    void tablesThatNoExportCanGiveAreRefused(String table, String sql, String reason) throws Exception {
        Path file = counts.resolve(table + ".parquet");
        String before = sha256(file);
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (DuckDb engine = DuckDb.open(scratch, SETTINGS)) {
            engine.run("CREATE TABLE t AS SELECT * FROM read_parquet(" + DuckDb.literal(file) + ")");
            engine.run("COPY (" + sql + ") TO " + DuckDb.quoted(file.toString()) + " (FORMAT parquet)");
        }
        change("account.json", before, sha256(file));
        assertThat(refusal()).startsWith(reason);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void anotherDayThanTheOneAskedForIsRefused() {
        assertThat(refusal(settings(LocalDate.of(2025, 6, 1))))
                .startsWith("counts: found counts as of 2025-")
                .endsWith("expected 2025-06-01T23:59:59.999999 as asked for; count again as of that day");

        count(Map.of("interactions", exports.interactions()), LocalDate.of(2025, 6, 1));
        assertThat(FeatureExtraction.extractForModel(exports.counted(counts), settings(LocalDate.of(2025, 6, 1)))
                        .asOf())
                .isEqualTo("2025-06-01T23:59:59.999999");
    }

    @Test
    void countsOfTheFutureAreRefused() {
        EngineSettings earlier =
                new EngineSettings(null, Instant.parse("2024-01-01T00:00:00Z"), SETTINGS.memory(), SETTINGS.threads());
        assertThat(refusal(earlier))
                .contains("expected an instant not later than now, 2024-01-01T00:00; give their day as the as-of");
    }

    @Test
    void otherExportsThanThoseThatTheFolderNamesAreRefused() throws Exception {
        count(Map.of("interactions", exports.interactions(), "users", exports.users()), null);
        assertThat(counted().inputs()).hasSize(4);

        Files.writeString(folder.resolve("users.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(refusal())
                .startsWith("the users export: found SHA-256 " + sha256(folder.resolve("users.csv")))
                .endsWith("give the exports that belong to the counts, or count again");
    }

    @Test
    void countsWithoutAnEventOfAUserAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("users.csv"), ExportFolder.USERS + "987654,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n");
        assertThat(refusal())
                .isEqualTo(
                        "counts: found no event of a user of users.csv, expected counts and exports of one platform; give the exports that belong to the counts");
    }

    @Test
    void featuresByWeekNeedTheExport() {
        String reason = catchThrowableOfType(
                        ExportException.class, () -> FeatureExtraction.extract(exports.counted(counts), SETTINGS))
                .getMessage();
        assertThat(reason)
                .isEqualTo(
                        "counts: found counts without those by week, month and year, which features needs; give the interactions' export");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeCounting() throws IOException {
        Files.delete(counts.resolve("account.json"));
        counts = Files.writeString(folder.resolve("file"), "").resolve("counts");
        assertThat(catchThrowableOfType(
                        ExportException.class, () -> count(Map.of("interactions", exports.interactions()), null)))
                .hasMessageStartingWith("the counts folder counts cannot be written; check that");
    }
}
