package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.demo.DemoExports;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports of 2,000 users in the ways in which databases, libraries and spreadsheets write them: the same to the last digit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectTests {

    @TempDir
    static Path folder;

    private final Map<String, RowTable> tables = new TreeMap<>();
    private Features usual;

    @BeforeAll
    void writeUsualExports() throws IOException {
        DemoExports.write(
                new DemoExports.Request(2_000, 40_000, 200, 11, LocalDate.parse("2025-07-09"), folder, false));
        for (String role : RowTable.ROLES) {
            tables.put(role, RowTable.read(folder.resolve(role + ".csv")));
        }
        usual = extract(Dialect.USUAL);
        assertThat(usual.table().users()).hasSizeGreaterThan(1_500);
        assertThat(RowTable.refusals(usual)).isEmpty();
    }

    private Features extract(Dialect dialect) {
        ExportFolder exports = new ExportFolder(folder);
        for (String role : RowTable.ROLES) {
            exports.with(dialect + "-" + role + ".csv", dialect.write(tables.get(role)));
        }
        return exports.named(dialect + "-users.csv", dialect + "-contents.csv", dialect + "-interactions.csv")
                .topics(dialect + "-content_with_topics.csv")
                .extract();
    }

    private void assertSame(Features features) {
        assertThat(features.asOf()).isEqualTo(usual.asOf());
        boolean users = features.table().users().equals(usual.table().users());
        boolean counts = table(features).equals(table(usual));
        boolean contents = features.contents().equals(usual.contents());
        // whole tables in a message would hide it
        assertThat(List.of(users, counts, contents))
                .as("users, counts, contents")
                .containsOnly(true);
        assertThat(features.unknownContentEvents()).isEqualTo(usual.unknownContentEvents());
        assertThat(features.table().behaviour().rows())
                .isEqualTo(usual.table().behaviour().rows());
    }

    /** Every column of the feature table, and of the contents used by topic. */
    private static String table(Features features) {
        List<Content> contents = features.contents();
        List<String> topics = contents.stream()
                .map(Content::topic)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        List<Integer> themes = contents.stream()
                .map(content -> topics.indexOf(String.valueOf(content.topic())))
                .toList();
        Path file = folder.resolve("features.csv");
        try {
            FeatureCsv.write(features.table(), features.uses().topics(themes, topics.size()), file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"USUAL", "EXCEL_FR_TIMES"})
    void theFeaturesAreTheSame(Dialect dialect) {
        assertSame(extract(dialect));
    }

    @ParameterizedTest
    @CsvSource({"EXCEL_FR_TIMES, created_at"})
    void orTheRunIsRefusedWithTheColumn(Dialect dialect, String column) {
        assertThatThrownBy(() -> extract(dialect))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("column " + column);
    }

    /** Typed columns as Spark, pandas and DuckDB write them. */
    @ParameterizedTest
    @CsvSource({
        "spark, ENCODE, TIMESTAMP, VARCHAR[], BOOLEAN",
        "pandas, TRIM, TIMESTAMP_NS, VARCHAR[], DOUBLE",
        "duckdb, TRIM, TIMESTAMPTZ, VARCHAR[], TINYINT"
    })
    void parquetSaysTheSame(String writer, String text, String time, String list, String flag) throws SQLException {
        for (String role : RowTable.ROLES) {
            writeParquet(writer, role, text, time, list, flag);
        }
        String from = writer + "-";
        assertSame(new ExportFolder(folder)
                .named(from + "users.parquet", from + "contents.parquet", from + "interactions.parquet")
                .topics(from + "content_with_topics.parquet")
                .extract());
    }

    private void writeParquet(String writer, String role, String text, String time, String list, String flag)
            throws SQLException {
        String columns = tables.get(role).header().stream()
                .map(column -> "%s AS \"%s\"".formatted(typed(column, text, time, list, flag), column))
                .reduce("%s, %s"::formatted)
                .orElseThrow();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute(
                    "CREATE TABLE texts AS FROM read_csv('%s', all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
                            .formatted(folder.resolve("USUAL-" + role + ".csv")));
            statement.execute("COPY (SELECT %s FROM texts) TO '%s' (FORMAT parquet)"
                    .formatted(columns, folder.resolve(writer + "-" + role + ".parquet")));
        }
    }

    private static String typed(String column, String text, String time, String list, String flag) {
        return switch (column) {
            case "created_at", "published_at" -> "TRY_CAST(\"%s\" AS %s)".formatted(column, time);
            case "json_niveau", "json_discipline" -> "TRY_CAST(\"%s\" AS %s)".formatted(column, list);
            case "niveaux" -> "TRY_CAST(REPLACE(\"%s\", '''', '\"') AS %s)".formatted(column, list);
            case "transition_ecologique", "sante_mentale", "ecole_inclusive", "cps", "reussite_tous_eleves" ->
                "TRY_CAST(\"%s\" AS %s)".formatted(column, flag);
            case "anciennete" -> "TRY_CAST(\"%s\" AS DOUBLE)".formatted(column);
            case "id", "user_id", "content_id" -> "\"%s\"".formatted(column);
            default -> "%s(\"%s\")".formatted(text, column);
        };
    }
}
