package fr.ecolhuma.etreprof.classification.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddersTests {

    @TempDir
    Path folder;

    @BeforeEach
    void writeEncoder() throws IOException {
        SequencedMap<String, List<Float>> words = new LinkedHashMap<>();
        words.put("givre", List.of(2f, 0f));
        words.put("neige", List.of(1f, 0f));
        words.put("sable", List.of(0f, 1f));
        TinyEncoder.write(folder, words);
    }

    @Test
    void theVectorIsTheMeanOfTheTokensAtLengthOne() {
        Embedder embedder = Embedders.in(folder.toString());
        // (2, 0), (1, 0) and (0, 1) have the mean (1, 1/3), which is sqrt(10)/3 long.
        float[] vector = embedder.embed("Givre neige SABLE");
        assertThat(vector).hasSize(2);
        assertThat(vector[0]).isCloseTo((float) (3 / Math.sqrt(10)), within(1e-6f));
        assertThat(vector[1]).isCloseTo((float) (1 / Math.sqrt(10)), within(1e-6f));
    }

    @Test
    void unknownWordsAndEmptyTextsHaveNoDirection() {
        Embedder embedder = Embedders.in(folder.toString());
        assertThat(embedder.embed("rien de connu")).containsExactly(0, 0);
        assertThat(embedder.embed("")).isEmpty();
    }

    @Test
    void veryLongTextsAreReadToTheirBound() {
        Embedder embedder = Embedders.in(folder.toString());
        // 512 tokens are read; the sand comes after them.
        assertThat(embedder.embed("neige ".repeat(512) + "sable ".repeat(5_000)))
                .containsExactly(1, 0);
    }

    @Test
    void oneFolderHasOneEmbedderNamedByItsFiles(@TempDir Path other) throws IOException {
        Embedder embedder = Embedders.in(folder.toString());
        assertThat(Embedders.in(" " + folder + "/. ")).isSameAs(embedder);
        Files.copy(folder.resolve("model.onnx"), other.resolve("model.onnx"));
        Files.copy(folder.resolve("tokenizer.json"), other.resolve("tokenizer.json"));
        assertThat(Embedders.in(other.toString()).id()).isEqualTo(embedder.id()).matches("[0-9a-f]{16}");
        Files.writeString(other.resolve("tokenizer.json"), "{}");
        assertThat(new LazyEmbedder(other).id()).isNotEqualTo(embedder.id());
    }

    @Test
    void blankMeansNone() {
        assertThat(Embedders.in(" ")).isSameAs(Embedder.none());
        assertThat(Embedder.none().exists()).isFalse();
        assertThat(Embedder.none().embed("neige")).isEmpty();
        assertThat(Embedders.problem("")).isEmpty();
    }

    @Test
    void aMissingFileIsNamedWithoutItsFolder() throws IOException {
        Files.delete(folder.resolve("model.onnx"));
        String expected =
                "the embedder: found no readable model.onnx, expected model.onnx and tokenizer.json in one folder; "
                        + "correct ETREPROF_EMBEDDER_DIR or leave it out";
        assertThat(Embedders.problem(folder.toString())).contains(expected);
        assertThatExceptionOfType(EmbedderException.class)
                .isThrownBy(() -> Embedders.in(folder.toString()).embed("neige"))
                .withMessage(expected);
    }

    @Test
    void filesThatAreNoEncoderAreRefused() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatExceptionOfType(EmbedderException.class)
                .isThrownBy(() -> Embedders.in(folder.toString()).embed("neige"))
                .withMessage("the embedder: found no model of ONNX in model.onnx; export the encoder again");
        writeEncoder();
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThatExceptionOfType(EmbedderException.class)
                .isThrownBy(() -> new LazyEmbedder(folder).embed("neige"))
                .withMessage(
                        "the embedder: found no tokenizer in tokenizer.json, expected one as Hugging Face writes it");
    }
}
