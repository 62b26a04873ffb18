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

class TrainClassifierCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String labelled(String label) throws IOException {
        String line = "{\"id\": 7, \"label\": \"%s\", \"text\": \"Le bruit de la cantine gêne les élèves.\"}%n";
        return Files.writeString(folder.resolve("labelled.jsonl"), line.formatted(label))
                .toString();
    }

    @Test
    void theFilesAreWrittenAndTheFiguresPrinted() throws IOException {
        Path target = folder.resolve("made/classifier");
        int code = run("train-classifier", "--labelled", labelled("Classroom Noise"), "--out", target.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.propertyNames())
                .containsExactlyInAnyOrder(
                        "accuracy", "macro_f1", "ece", "per_label", "defis", "fit_ms", "predict_us_per_doc");
        assertThat(printed.get("per_label")).hasSize(46);
        JsonNode card = JsonMapper.shared()
                .readTree(Files.readString(target.resolve("classifier.json")))
                .get("card");
        assertThat(card.get("sources").get("own_contents").intValue()).isEqualTo(1);
        assertThat(target.resolve("classifier_terms.tsv")).isNotEmptyFile();
        assertThat(target.resolve("classifier_weights.bin")).isNotEmptyFile();
    }

    @Test
    void aLabelOfAnotherTaxonomyIsRefused() throws IOException {
        int code = run("train-classifier", "--labelled", labelled("cookery"), "--out", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "error: labelled.jsonl: found the label 'cookery' at id 7, expected a theme, "
                                + "a défi or 'none'; evaluate-classifier takes any label");
    }
}
