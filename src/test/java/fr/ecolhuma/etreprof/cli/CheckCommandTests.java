package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: exit code 0 where a recompute would go on, else 1; nothing is written. */
class CheckCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeExports() {
        TestData.exports(folder);
        set("models-dir", folder.resolve("models").toString());
        set("data-dir", folder.resolve("data").toString());
    }

    @AfterEach
    void forgetSettings() {
        for (String name : new String[] {"models-dir", "data-dir", "users", "contents", "interactions"}) {
            System.clearProperty("etreprof." + name);
        }
    }

    private static void set(String name, String value) {
        System.setProperty("etreprof." + name, value);
    }

    private int check(String... more) {
        return Commands.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(
                                Stream.of(
                                        "check",
                                        "--users",
                                        folder.resolve("users.csv").toString(),
                                        "--contents",
                                        folder.resolve("contents.csv").toString(),
                                        "--interactions",
                                        folder.resolve("interactions.csv").toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void soundExportsPassAndNothingIsWritten() {
        assertThat(check()).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("users.csv: 63 rows read, 60 kept")
                .contains("60 users kept")
                .contains("20 contents kept")
                .contains("the exports can be learnt from; nothing was learnt or changed");
        assertThat(folder.resolve("models")).doesNotExist();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void exportsThatARecomputeWouldRefuseEndWithOne() throws IOException {
        Path contents = folder.resolve("contents.csv");
        Files.writeString(contents, Files.readString(contents).replace("publie", "brouillon"));
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString())
                .contains("refused: published_contents: found 0, limit at least 1")
                .endsWith("a recompute would be refused\n");
    }

    @Test
    void theResultIsPrintedAsJsonToo() {
        assertThat(check("--json")).isZero();
        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.get("accepted").booleanValue()).isTrue();
        assertThat(printed.get("entrance").get("joins").get("users").intValue()).isEqualTo(60);
    }

    @Test
    void settingsThatStopARecomputeAreOneLineEach() throws IOException {
        Files.writeString(folder.resolve("models"), "a file where the folder should be");
        set("users", folder.resolve("gone.csv").toString());
        set("contents", folder.resolve("contents.csv").toString());
        set("interactions", "https://example.org/interactions.csv");
        assertThat(Commands.run(new PrintWriter(out), new PrintWriter(err), "check"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "error: the users export: found no file that can be read; set USER_URL_DB to a path or an http(s) address",
                        "error: the models folder cannot be written; make it writable or set ETREPROF_MODELS_DIR to another folder");
    }

    @Test
    void oneOfThreeAddressesMissingIsSaid() {
        set("users", folder.resolve("users.csv").toString());
        set("contents", folder.resolve("contents.csv").toString());
        assertThat(Commands.run(new PrintWriter(out), new PrintWriter(err), "check"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "error: found only some of the exports configured, expected all or none; set INTERACTIONS_URL_DB too");
    }
}
