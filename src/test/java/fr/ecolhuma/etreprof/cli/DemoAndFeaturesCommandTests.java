package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does first: make exports, and look at what is counted from them. */
class DemoAndFeaturesCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int writeDemo() {
        return run("demo-data", "--users", "200", "--events", "4000", "--contents", "40", "--out", folder.toString());
    }

    private int writeFeatures(Path target) {
        return run(
                "features",
                "--users",
                folder.resolve("users.csv").toString(),
                "--contents",
                folder.resolve("contents.csv").toString(),
                "--interactions",
                folder.resolve("interactions.csv").toString(),
                "--out",
                target.toString());
    }

    @Test
    void demoDataWritesAllFourExports() throws IOException {
        assertThat(writeDemo()).isZero();

        assertThat(Files.readAllLines(folder.resolve("interactions.csv"))).hasSize(4001);
        assertThat(folder.resolve("users.csv")).isNotEmptyFile();
        assertThat(folder.resolve("contents.csv")).isNotEmptyFile();
        assertThat(folder.resolve("content_with_topics.csv")).isNotEmptyFile();
        assertThat(out.toString()).startsWith("200 users, 4000 events and 40 contents written");
    }

    @Test
    void featuresWritesOneRowAUserKept() throws IOException {
        writeDemo();
        Path target = folder.resolve("features.csv");

        assertThat(writeFeatures(target)).isZero();

        List<String> lines = Files.readAllLines(target);
        assertThat(lines.getFirst()).startsWith("id,code_postal,departement,academie,anciennete,created_at,degre");
        assertThat(out.toString()).contains("%d users as of %s".formatted(lines.size() - 1, latestEvent()));
        assertThat(err.toString()).contains("users.csv: 200 rows read, %d kept".formatted(lines.size() - 1));
    }

    /** Of those that count: the session that each opened mail leaves does not. */
    private String latestEvent() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("interactions.csv"))) {
            return lines.filter(line -> !line.contains(",session,opened_mail,"))
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .filter(time -> time.matches("20[12]\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .replace(' ', 'T');
        }
    }

    /** The same contents with and without the shipped model, whose classifier says what no topics file names. */
    @Test
    void themesAreThoseOfTheLiveModelAndWithoutOneOfTheTopicsFileAlone() throws IOException {
        writeDemo();
        Path with = folder.resolve("with.csv");
        Path without = folder.resolve("without.csv");

        assertThat(writeFeatures(with)).isZero();
        assertThat(err.toString()).doesNotContain("no model is live");
        System.setProperty("etreprof.models-dir", folder.resolve("none").toString());
        try {
            assertThat(writeFeatures(without)).isZero();
        } finally {
            System.clearProperty("etreprof.models-dir");
        }

        assertThat(err.toString()).contains("no model is live: the topic columns count only contents whose theme");
        assertThat(topicCounts(with)).contains("1", "2");
        assertThat(topicCounts(without)).containsOnly("0");
    }

    /** The last column of each row. */
    private static List<String> topicCounts(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .toList();
    }

    @Test
    void aTargetThatCannotBeWrittenIsOneClearLine() {
        writeDemo();

        assertThat(writeFeatures(folder.resolve("no/such/folder/features.csv"))).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("error: features.csv cannot be written;"
                        + " check that its folder exists, is writable and has free space");
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThat(run("demo-data", "--users", "0", "--out", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("error: ").contains("users").hasLineCount(1);
    }
}
