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
}
