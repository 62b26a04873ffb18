package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateClassifierCommandTests {

    private static final String TEXTS = """
            {"id": "1", "label": "nature", "text": "une fleur dans le jardin"}
            {"id": "2", "label": "maths", "text": "le calcul d'une fraction"}
            {"id": "3", "label": "nature", "text": "un arbre dans le jardin"}
            {"id": "4", "label": "maths", "text": "le calcul d'une somme"}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void theFiguresArePrintedAsJson() throws IOException {
        String file = Files.writeString(folder.resolve("texts.jsonl"), TEXTS).toString();

        assertThat(run("evaluate-classifier", "--train", file, "--test", file, "--threads", "1"))
                .isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.propertyNames())
                .containsExactlyInAnyOrder(
                        "accuracy", "macro_f1", "ece", "per_label", "fit_ms", "predict_us_per_doc", "chosen", "rows");
        assertThat(printed.get("accuracy").isNumber()).isTrue();
        assertThat(printed.at("/per_label/maths").propertyNames())
                .containsExactlyInAnyOrder("precision", "recall", "f1", "accuracy", "support");
        assertThat(printed.at("/per_label/maths/support").asInt()).isEqualTo(2);
        assertThat(printed.at("/chosen/title_weight").isNumber()).isTrue();
        assertThat(printed.at("/rows/matched")).isEqualTo(printed.at("/rows/test"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatCannotBeUsedIsOneClearLine() {
        String missing = folder.resolve("missing.jsonl").toString();

        assertThat(run("evaluate-classifier", "--train", missing, "--test", missing))
                .isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "error: missing.jsonl: no such file; expected labelled texts as JSONL or JSONL.gz");
    }

    @Test
    void badUsageIsTold() {
        assertThat(run("evaluate-classifier", "--train", "a.jsonl")).isEqualTo(2);
        assertThat(run("evaluate-classifier", "--train", "a", "--test", "b", "--threads", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--threads: found 0, expected at least 1");
    }

    private String labelled(String name, String... labelsAndTexts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            lines.append("{\"id\": %d, \"label\": \"%s\", \"text\": \"%s\"}%n"
                    .formatted(i, labelsAndTexts[i], labelsAndTexts[i + 1]));
        }
        return Files.writeString(folder.resolve(name), lines).toString();
    }

    @Test
    void theShippedClassifierIsJudgedOnThemesAndDefis() throws IOException {
        String test = labelled(
                "test.jsonl",
                "mental_health",
                "Donner un feedback bienveillant qui protège l'estime de soi et réduit le stress des élèves",
                "ecological_transition",
                "Trier les déchets et composter au jardin de l'école pour protéger la biodiversité",
                "philosophy",
                "Cours de philosophie en terminale : Platon, la vérité et la dissertation",
                "noise",
                "zzz");

        assertThat(run("evaluate-classifier", "--base", "shipped", "--test", test))
                .as(err.toString())
                .isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.at("/defis/texts").asInt()).isEqualTo(2);
        assertThat(printed.at("/defis/accuracy").asDouble()).isEqualTo(1);
        assertThat(printed.at("/themes/texts").asInt()).isEqualTo(2);
        assertThat(printed.at("/themes/accuracy").asDouble()).isEqualTo(0.5);
        assertThat(printed.at("/themes/answered").asDouble()).isEqualTo(0.5);
        assertThat(printed.at("/themes/precision").asDouble()).isEqualTo(1);
    }

    @Test
    void aClassifierOfAFolderIsJudgedAndLearnsNoMore() throws IOException {
        String train =
                labelled("train.jsonl", "mental_health", "zorglub bulgroz", "mental_health", "zorglub et bulgroz");
        String made = folder.resolve("made").toString();
        String test = labelled(
                "test.jsonl",
                "mental_health",
                "Un zorglub et un bulgroz dans la classe, puis encore un zorglub à l'école");
        assertThat(run("train-classifier", "--labelled", train, "--out", made)).isZero();
        out.getBuffer().setLength(0);

        assertThat(run("evaluate-classifier", "--base", made, "--test", test))
                .as(err.toString())
                .isZero();
        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.get("themes").isNull()).isTrue();
        assertThat(printed.at("/defis/texts").asInt()).isEqualTo(1);
        assertThat(printed.at("/defis/accuracy").asDouble()).isEqualTo(1);

        assertThat(run("evaluate-classifier", "--base", made, "--train", train, "--test", test))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--train: found it with a trained classifier");
    }

    @Test
    void withoutTextsToLearnFromABaseIsNeeded() throws IOException {
        assertThat(run("evaluate-classifier", "--test", labelled("test.jsonl", "noise", "Le bruit")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--train=F.jsonl'; only --base goes without");
    }

    @Test
    void aFolderWithoutAClassifierIsRefused() throws IOException {
        String test = labelled("test.jsonl", "noise", "Le bruit");

        assertThat(run("evaluate-classifier", "--base", folder.toString(), "--test", test))
                .isEqualTo(1);
        assertThat(err.toString()).contains("classifier.json is missing or unreadable");
    }
}
