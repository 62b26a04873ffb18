package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputeCommandTests {

    private static final List<String> SETTINGS = List.of(
            "etreprof.data-dir",
            "etreprof.models-dir",
            "etreprof.users",
            "etreprof.contents",
            "etreprof.interactions",
            "etreprof.topics",
            "etreprof.threads",
            "etreprof.memory-limit",
            "etreprof.segmentation.features",
            "etreprof.retention.candidates");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path models;
    private Path data;
    private Exports exports;

    @BeforeEach
    void configureFolders() {
        models = folder.resolve("models");
        data = folder.resolve("data");
        System.setProperty("etreprof.data-dir", data.toString());
        System.setProperty("etreprof.models-dir", models.toString());
        exports = TestData.exports(folder.resolve("exports"));
    }

    @AfterEach
    void restoreSettings() {
        SETTINGS.forEach(System::clearProperty);
    }

    private int run(Stream<String> arguments) {
        String[] all = Stream.concat(Stream.of("recompute"), arguments).toArray(String[]::new);
        return Commands.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private int run(String... arguments) {
        return run(Stream.of(arguments));
    }

    private static Stream<String> given(Exports exports) {
        return Stream.of(
                "--users", exports.users(), "--contents", exports.contents(), "--interactions", exports.interactions());
    }

    private Snapshot published() {
        return new SnapshotStore(models).loadCurrent().orElseThrow();
    }

    @Test
    void theExportsGivenArePublished() {
        assertThat(run(given(exports))).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "0 Balanced Users            18 users  30.0 %",
                        "1 Email Specialists         10 users  16.7 %",
                        "2 Super Users                6 users  10.0 %",
                        "3 Inactive Users            26 users  43.3 %")
                .hasSize(6);
        assertThat(out.toString()).containsPattern("silhouette 0\\.\\d{3}\n");
        assertThat(out.toString())
                .containsPattern("published model " + published().version() + " in \\d+\\.\\d s\n$");
        assertThat(data.resolve("cluster_profiles.csv")).exists();
        assertThat(published().model().provenance().codeVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void stagesAndRowsAreToldOnStandardError() {
        run(given(exports));
        assertThat(err.toString().lines())
                .contains("reading the exports", "learning the themes", "finding the segments", "ranking the contents")
                .anyMatch(line -> line.matches("[\\d,]+ rows read"))
                .contains(
                        "users.csv: 63 rows read, 60 kept",
                        // the repeated row is the 62nd line: a header and 60 users stand before it
                        "  duplicate_id                1  first at line 62",
                        "  locale_be                   1  first at line 63",
                        "contents.csv: 21 rows read, 20 kept");
    }

    @Test
    void withoutOptionsTheConfiguredExportsAreRead() {
        System.setProperty("etreprof.users", exports.users());
        System.setProperty("etreprof.contents", exports.contents());
        System.setProperty("etreprof.interactions", exports.interactions());
        System.setProperty("etreprof.topics", String.valueOf(exports.topics()));
        assertThat(run()).isZero();
        assertThat(published().model().catalogue().getFirst().theme())
                .as("from the topics file")
                .isEqualTo(16);
    }

    @Test
    void theNextRunContinuesTheIdsOfTheModelThatIsThere() {
        run(given(exports));
        Exports changed = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        assertThat(run(given(changed))).isZero();
        assertThat(published().model().quality().sizes()).containsExactly(18, 10, 7, 25);
    }

    @Test
    void anAsOfDayIsHeldTo() {
        assertThat(run(Stream.concat(given(exports), Stream.of("--as-of", "2025-06-30"))))
                .isZero();
        assertThat(published().version()).startsWith("20250630-");
    }

    @Test
    void aDryRunPublishesNothing() {
        assertThat(run(Stream.concat(given(exports), Stream.of("--dry-run")))).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "dry run: nothing was published; the candidate is 20250710-\\w{12} in \\d+\\.\\d s\n$");
        assertThat(models.resolve("CURRENT")).doesNotExist();
        assertThat(data).doesNotExist();
    }

    @Test
    void aDryRunTellsItsWholeDifference() {
        run(given(exports));
        out.getBuffer().setLength(0);
        Exports changed = TestData.exports(folder.resolve("changed"), Map.of(400, 2));
        assertThat(run(Stream.concat(given(changed), Stream.of("--dry-run")))).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "1 users would move",
                        "  3 -> 2         1 users",
                        "0 users would come, 0 leave",
                        "size_2: 6 -> 7",
                        "size_3: 26 -> 25")
                .anyMatch(line -> line.matches("user 400: 3 -> 2(, \\w+ \\d+ -> \\d+){3}"))
                .anyMatch(line -> line.matches("list of 2: [01]\\.\\d+ alike"))
                .anyMatch(line -> line.matches("silhouette: 0\\.\\d+ -> 0\\.\\d+"))
                .anyMatch(line -> line.matches("drift of nb_opened_mail: 0\\.\\d+"))
                .anyMatch(line -> line.matches("nb_fiche_outils of 2: [\\d.]+ -> [\\d.]+"))
                .noneMatch(line -> line.startsWith("nb_fiche_outils of 0"));
    }

    @Test
    void whatGatesRefuseIsPublishedByForceOnly() throws IOException {
        run(given(exports));
        String before = published().version();
        Path users = Path.of(exports.users());
        Files.write(
                users,
                Files.readAllLines(users).stream()
                        .filter(line -> !line.matches("(4\\d\\d|10\\d),.*"))
                        .toList());
        err.getBuffer().setLength(0);
        assertThat(run(given(exports))).isEqualTo(1);
        assertThat(err.toString().lines().filter(line -> line.startsWith("error: ")))
                .singleElement()
                .asString()
                .contains("was refused: rows_users: found 0.", "limit at least 0.5");
        assertThat(published().version()).isEqualTo(before);
        assertThat(last()).contains("\"state\":\"rejected\"", "rows_users: found 0.", "\"by\":\"command line\"");

        assertThat(run(Stream.concat(given(exports), Stream.of("--force")))).isZero();
        assertThat(last()).contains("\"state\":\"published\"", "\"reason\":null");
        assertThat(published().version()).isNotEqualTo(before);
        ModelHistory.Entry line = new ModelHistory(models).entries().getLast();
        assertThat(line.forced()).isTrue();
        assertThat(line.by()).isEqualTo("command line");
        assertThat(line.note()).startsWith("forced despite: rows_users: found 0.");
    }

    @Test
    void aMissingFileIsOneClearLine() throws IOException {
        Exports missing =
                new Exports(folder.resolve("nowhere.csv").toString(), exports.contents(), exports.interactions(), null);
        assertThat(run(given(missing))).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "reading the exports",
                        "error: nowhere.csv: no such file; expected the users export as CSV, CSV.gz or Parquet");
        assertThat(last())
                .as("for the services on the same folder")
                .contains("\"state\":\"failed\"", "\"reason\":\"nowhere.csv: no such file;");
    }

    private String last() throws IOException {
        return Files.readString(models.resolve("recompute.json"));
    }

    @Test
    void someOfTheExportsConfiguredIsOneClearLine() {
        System.setProperty("etreprof.users", exports.users());
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("error: found only some of the exports configured,"
                        + " expected all or none; set CONTENTS_URL_DB, INTERACTIONS_URL_DB too");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneClearLine() throws IOException {
        Files.writeString(models, "a file in its place");
        assertThat(run(given(exports))).isEqualTo(1);
        assertThat(err.toString().lines())
                .endsWith(
                        "publishing the model",
                        "error: the models folder cannot be written;"
                                + " check that it is writable and has free space");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threads               | -1     | ETREPROF_THREADS: found -1, expected 0 for the number of cores, or more
            threads               | many   | etreprof.threads: found 'many', expected a number
            memory-limit          | plenty | ETREPROF_MEMORY_LIMIT: found 'plenty', expected a number and a unit such as 500MB
            segmentation.features | age    | etreprof.segmentation.features: found 'age', expected behaviour or thematic or both
            retention.candidates  | long   | etreprof.retention.candidates: found 'long', expected a duration such as 30s
            """)
    void aSettingThatCannotBeUsedIsOneClearLine(String setting, String value, String message) {
        System.setProperty("etreprof." + setting, value);
        assertThat(run(given(exports))).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("error: setting " + message);
    }
}
