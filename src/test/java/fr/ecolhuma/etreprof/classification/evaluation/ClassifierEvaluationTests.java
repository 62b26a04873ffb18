package fr.ecolhuma.etreprof.classification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierEvaluationTests {

    private static final String[] GARDEN = {"jardin", "fleur", "arbre", "graine", "terre", "pluie"};
    private static final String[] NUMBERS = {"calcul", "nombre", "fraction", "addition", "mesure", "chiffre"};

    @TempDir
    Path folder;

    /** Texts of three words of six, of which no two are the same. */
    private static String texts(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append(line("nature", GARDEN, i)).append(line("maths", NUMBERS, i));
        }
        return lines.toString();
    }

    private static String line(String label, String[] words, int i) {
        return "{\"id\": \"%s%d\", \"label\": \"%s\", \"text\": \"# Le %s\\n\\nun %s et une %s dans la classe\"}%n"
                .formatted(label, i, label, words[i % 6], words[(i / 6 + i + 1) % 6], words[(i + 3) % 6]);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private ClassifierEvaluation.Report evaluate(Path train, Path test) {
        return ClassifierEvaluation.evaluate(train, test, 2);
    }

    @Test
    void separableLabelsAreLearnt() throws IOException {
        ClassifierEvaluation.Report report =
                evaluate(file("train.jsonl", texts(0, 12)), file("test.jsonl", texts(12, 18)));

        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.macroF1()).isEqualTo(1);
        assertThat(report.perLabel()).containsOnlyKeys("maths", "nature");
        assertThat(report.perLabel().get("maths")).isEqualTo(new LabelFigures(1, 1, 1, 1, 6));
        assertThat(report.ece()).isBetween(0.0, 0.2);
        assertThat(report.chosen().macroF1()).isEqualTo(1);
        assertThat(report.predictUsPerDoc()).isPositive();
    }

    @Test
    void blanksAroundLabelsAndTheFormOfAccentsMakeNoDifference() throws IOException {
        String composed = texts(0, 8).replace("\"maths\"", "\"\u00e9t\u00e9\"");
        String spaced = texts(8, 12).replace("\"maths\"", "\"\u00a0 e\u0301te\u0301 \u200b\"");
        ClassifierEvaluation.Report report = evaluate(file("train.jsonl", composed), file("test.jsonl", spaced));

        assertThat(report.perLabel()).containsOnlyKeys("\u00e9t\u00e9", "nature");
        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(new ClassifierEvaluation.Rows(16, 8, 8));
    }

    @Test
    void equalFilesGiveEqualFiguresOnAnyNumberOfThreads() throws IOException {
        Path train = file("train.jsonl", texts(0, 8));
        Path test = file("test.jsonl", texts(8, 12));
        ClassifierEvaluation.Report one = ClassifierEvaluation.evaluate(train, test, 1);
        ClassifierEvaluation.Report two = ClassifierEvaluation.evaluate(train, test, 2);

        assertThat(two.ece()).isEqualTo(one.ece());
        assertThat(two.perLabel()).isEqualTo(one.perLabel());
        assertThat(two.chosen()).isEqualTo(one.chosen());
    }

    @Test
    void gzipByteOrderMarkBlankLinesAndNumbersAsLabelsAreRead() throws IOException {
        Path train = folder.resolve("train.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(train))) {
            out.write(("\uFEFF" + texts(0, 8).replace("\"maths\"", "7") + "\r\n\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(evaluate(train, train).perLabel()).containsOnlyKeys("7", "nature");
    }

    @Test
    void aLabelThatWasNotLearntCountsAsWrong() throws IOException {
        String unknown = "{\"id\": 1, \"label\": \"sport\", \"text\": \"un ballon\"}";
        ClassifierEvaluation.Report report = evaluate(file("train.jsonl", texts(0, 8)), file("test.jsonl", unknown));

        assertThat(report.accuracy()).isZero();
        assertThat(report.perLabel().get("sport").support()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(new ClassifierEvaluation.Rows(16, 1, 0));
    }

    @Test
    void twoTextsAreEnough() throws IOException {
        Path few = file("few.jsonl", texts(0, 1));

        assertThat(evaluate(few, few).accuracy()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": 1, \"text\": \"x\"} | found no \"label\"",
                "{\"id\": 1, \"label\": \"a\"} | found no \"text\"",
                "{\"label\": \"a\", \"text\": \"x\"} | found no \"id\"",
                "{\"id\": 1, \"label\": \"a\", \"text\": null} | found no \"text\"",
                "{\"id\": 1, \"label\": \"a\", \"text\": \" \"} | \"text\" is blank",
                "{\"id\": 1, \"label\": \"\", \"text\": \"x\"} | \"label\" is blank",
                "{\"id\": 1, \"label\": \"\u00a0\u200b\", \"text\": \"x\"} | \"label\" is blank",
                "{\"id\": 1, \"label\": \"a\", \"text\": 3} | \"text\" is not a string",
                "{\"id\": 1, \"label\": [\"a\"], \"text\": \"x\"} | \"label\" is not a string",
                "{\"id\": 1, | broken JSON at column",
                "[1] | found no JSON object",
                "nonsense | broken JSON at column"
            })
    void aLineThatCannotBeUsedIsNamed(String line, String message) throws IOException {
        Path bad = file("bad.jsonl", texts(0, 1) + line + "\n");

        assertThatThrownBy(() -> evaluate(bad, bad))
                .isInstanceOf(ClassifierException.class)
                .hasMessageStartingWith("bad.jsonl, line 3: " + message)
                .hasMessageContaining("expected");
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws IOException {
        Path good = file("good.jsonl", texts(0, 2));

        refused(folder.resolve("none.jsonl"), good, "none.jsonl: no such file; expected ");
        refused(good, folder.resolve("none.jsonl"), "none.jsonl: no such file; expected ");
        refused(folder, good, folder.getFileName() + ": cannot be read; expected ");
        refused(file("empty.jsonl", "\n \n"), good, "empty.jsonl: found no texts; expected ");
        refused(
                file("one.jsonl", line("nature", GARDEN, 0)),
                good,
                "one.jsonl: found only the label 'nature', expected ");
    }

    @Test
    void bytesThatAreNotUtf8AreNamed() throws IOException {
        Path latin = folder.resolve("latin.jsonl");
        Files.write(latin, (texts(0, 1) + "{\"text\": \"élève\"}").getBytes(StandardCharsets.ISO_8859_1));

        refused(latin, latin, "latin.jsonl, line 3: not UTF-8");
    }

    @Test
    void gzipThatIsCutShortIsNamed() throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(texts(0, 20).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> evaluate(cut, cut))
                .isInstanceOf(ClassifierException.class)
                .hasMessageMatching("cut\\.gz, line \\d+: the gzip data is broken or cut short; copy the file again");
    }

    private void refused(Path train, Path test, String message) {
        assertThatThrownBy(() -> evaluate(train, test))
                .isInstanceOf(ClassifierException.class)
                .hasMessageStartingWith(message);
    }
}
