package fr.ecolhuma.etreprof.features.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL that all engines share keeps to what all of them understand. */
class SharedSqlTests {

    private static final Path SQL = Path.of("src/main/resources/fr/ecolhuma/etreprof/features/engine/sql");

    /** Statements that Spark or BigQuery have not, and a name that is a function there. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?i)CREATE\\s+OR\\s+REPLACE\\s+TABLE|\\bDELETE\\b|\\brow_number\\b(?!\\s*\\()");

    static Stream<Path> shared() throws IOException {
        return Stream.concat(files("counting"), files("joining"));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(SQL.resolve(folder))) {
            return all.sorted().toList().stream();
        }
    }

    private static String statements(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)--.*$", "").strip();
    }

    @ParameterizedTest
    @MethodSource("shared")
    void sharedSqlIsPortable(Path file) throws IOException {
        assertThat(FOREIGN.matcher(statements(file)).find()).isFalse();
    }

    /** An engine stores a result in its own way, as a table, a view or a file. */
    @ParameterizedTest
    @MethodSource("shared")
    void eachIsOneQuery(Path file) throws IOException {
        if (!file.endsWith("tables.sql")) {
            assertThat(statements(file)).startsWith("SELECT").doesNotContain(";");
        }
    }

    @Test
    void allOfThemAreLookedAt() throws IOException {
        assertThat(shared().map(file -> String.valueOf(file.getFileName())))
                .contains("tallies.sql", "uses.sql", "typed_events.sql", "judged.sql", "usage.sql")
                .hasSizeGreaterThan(15);
        try (Stream<Path> folders = Files.list(SQL)) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> String.valueOf(folder.getFileName())))
                    .containsExactlyInAnyOrder("counting", "joining", "duckdb", "bigquery");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create or replace\n table t as SELECT 1",
                "DELETE FROM events",
                "SELECT row_number FROM t",
                "SELECT 1 AS ROW_NUMBER"
            })
    void foreignStatementsAreFound(String sql) {
        assertThat(FOREIGN.matcher(sql).find()).isTrue();
    }

    @Test
    void theFunctionIsNoColumn() {
        assertThat(List.of("ROW_NUMBER() OVER ()", "CREATE OR REPLACE VIEW v AS SELECT 1", "SELECT deleted FROM t"))
                .noneMatch(sql -> FOREIGN.matcher(sql).find());
    }
}
