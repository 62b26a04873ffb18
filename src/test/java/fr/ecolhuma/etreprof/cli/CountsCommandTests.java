package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code counts}, and the commands that go on from its folder. */
class CountsCommandTests {

    private static final List<String> SETTINGS =
            List.of("data-dir", "models-dir", "users", "contents", "interactions", "topics", "counts");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Exports exports;
    private String counts;

    @BeforeEach
    void writeExports() {
        exports = TestData.exports(folder.resolve("exports"));
        counts = folder.resolve("counted").toString();
        set("data-dir", folder.resolve("data").toString());
        set("models-dir", folder.resolve("models").toString());
    }

    @AfterEach
    void forgetSettings() {
        SETTINGS.forEach(name -> System.clearProperty("etreprof." + name));
    }

    private static void set(String name, String value) {
        System.setProperty("etreprof." + name, value);
    }

    private int run(String... arguments) {
        return Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private void configureUsersAndContents() {
        set("users", exports.users());
        set("contents", exports.contents());
    }

    @Test
    void aRecomputeGoesOnFromTheFolder() {
        assertThat(run("counts", "--interactions", exports.interactions(), "--out", counts))
                .isZero();
        assertThat(out.toString()).matches("\\d+ rows counted as of 2025-07-10T12:00, written to .*counted\n");
        assertThat(err.toString()).startsWith("interactions.csv: ");

        assertThat(run("recompute", "--users", exports.users(), "--contents", exports.contents(), "--counts", counts))
                .isZero();
        assertThat(out.toString()).contains("0 Balanced Users            18 users  30.0 %", "published model ");
        assertThat(new SnapshotStore(folder.resolve("models"))
                        .loadCurrent()
                        .orElseThrow()
                        .model()
                        .provenance()
                        .inputs())
                .containsKeys("users", "contents", "interactions");
    }

    @Test
    void theConfiguredExportsAreCountedAndNamed() throws IOException {
        configureUsersAndContents();
        set("interactions", exports.interactions());
        assertThat(run("counts", "--out", counts)).isZero();
        assertThat(Files.readString(Path.of(counts, "account.json"))).contains("\"users\" : \"", "\"contents\" : \"");
        assertThat(run("check", "--counts", counts)).isZero();
    }

    @Test
    void theFolderOfTheSettingsIsUsed() {
        configureUsersAndContents();
        set("counts", counts);
        assertThat(run("check")).isOne();
        assertThat(err.toString())
                .contains("error: the counts: found no account.json that can be read; set ETREPROF_COUNTS to a folder");

        assertThat(run("counts", "--interactions", exports.interactions(), "--out", counts))
                .isZero();
        assertThat(run("check")).isZero();
        assertThat(run("recompute")).isZero();
    }

    @Test
    void theExportAndItsCountsAreNotReadTogether() {
        configureUsersAndContents();
        assertThat(run(
                        "recompute",
                        "--users",
                        exports.users(),
                        "--contents",
                        exports.contents(),
                        "--interactions",
                        exports.interactions(),
                        "--counts",
                        counts))
                .isEqualTo(2);
        assertThat(err.toString()).contains("found both --interactions and --counts, expected one of them");

        set("counts", counts);
        set("interactions", exports.interactions());
        assertThat(run("recompute")).isOne();
        assertThat(err.toString())
                .contains(
                        "found both INTERACTIONS_URL_DB and ETREPROF_COUNTS set, expected one of them; unset the other");
    }

    @Test
    void theEventsHaveToBeNamed() {
        assertThat(run("counts", "--users", exports.users(), "--out", counts)).isEqualTo(2);
        assertThat(run("recompute", "--users", exports.users(), "--contents", exports.contents()))
                .isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.equals("Missing required argument(s): --interactions=F")))
                .hasSize(2);
        set("counts", counts);
        assertThat(run("counts", "--out", counts)).isEqualTo(2);
    }

    @Test
    void anExportThatCannotBeReadLeavesNoAccount() {
        String missing = folder.resolve("none.csv").toString();
        assertThat(run("counts", "--interactions", missing, "--out", counts)).isOne();
        assertThat(err.toString()).startsWith("error: none.csv: no such file");
        assertThat(Path.of(counts, "account.json")).doesNotExist();
    }
}
