package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.embedding.Embedders;
import fr.ecolhuma.etreprof.classification.embedding.TinyEncoder;
import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A classifier that learns the vectors of an encoder: two words that no text shares may mean the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedderLearningTests {

    private static final String DEFI = "mental_health";

    /** Only the encoder knows that "corfou" is like "zantique", and "ulmaire" like "palimbre". */
    private static final String UNSEEN =
            "En classe, les élèves parlent de corfou, encore de corfou et toujours de corfou.";

    private Embedder embedder = Embedder.none();
    private ContentClassifier with;
    private ContentClassifier without;

    @BeforeAll
    void learn(@TempDir Path folder) throws IOException {
        SequencedMap<String, List<Float>> words = new LinkedHashMap<>();
        words.put("zantique", List.of(1f, 0f));
        words.put("corfou", List.of(1f, 0f));
        words.put("palimbre", List.of(0f, 1f));
        words.put("ulmaire", List.of(0f, 1f));
        embedder = Embedders.in(TinyEncoder.write(folder, words).toString());
        with = ClassifierRenewal.renewed(contents(), null, 2, embedder);
        without = ClassifierRenewal.renewed(contents(), null, 2, Embedder.none());
    }

    private static List<LabelledContent> contents() {
        return IntStream.range(0, 28)
                .mapToObj(i -> new LabelledContent(
                        "article:" + i,
                        "",
                        "En classe %d, les élèves parlent de %s et encore de %1$d."
                                .formatted(i, i % 2 == 0 ? "zantique" : "palimbre"),
                        null,
                        List.of(i % 2 == 0 ? DEFI : "inclusive_school")))
                .toList();
    }

    private static double confidence(ContentClassifier classifier, String text) {
        return classifier.classify(text).defis().stream()
                .filter(defi -> defi.label().code().equals(DEFI))
                .mapToDouble(Classification.Likely::confidence)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wordsOfOneDirectionMeanTheSame() {
        String other = UNSEEN.replace("corfou", "ulmaire");
        assertThat(confidence(without, UNSEEN)).as("words that no text has").isEqualTo(confidence(without, other));
        assertThat(confidence(with, UNSEEN)).isGreaterThan(confidence(with, other) + 0.3);
    }

    @Test
    void theRecomputeReadsATextAsTheServiceDoes() {
        TermReader reader = TermReader.shipped(embedder);
        var theme = with.classify(UNSEEN).theme();
        assertThat(with.themed(reader.read(UNSEEN)).theme()).isEqualTo(theme);
        assertThat(with.themed(reader.read(UNSEEN)).terms().squaredNorm())
                .as("the vector takes no part in the likeness of contents")
                .isCloseTo(
                        without.themed(TermReader.shipped(Embedder.none()).read(UNSEEN))
                                .terms()
                                .squaredNorm(),
                        within(0.05));
    }

    @Test
    void itIsReadBackWithItsEmbedderOnly(@TempDir Path folder) throws IOException {
        ClassifierFiles.write(folder, with);
        assertThat(ClassifierFiles.read(folder, embedder).classify(UNSEEN)).isEqualTo(with.classify(UNSEEN));
        assertThatExceptionOfType(ClassifierException.class)
                .isThrownBy(() -> ClassifierFiles.read(folder, Embedder.none()))
                .withMessage("classifier.json: found the embedder none, expected %s, with which it has learnt; "
                                .formatted(embedder.id())
                        + "set ETREPROF_EMBEDDER_DIR to its folder");
    }

    @Test
    void aClassifierWithoutOneIsReadUnderAnyEmbedder(@TempDir Path folder) throws IOException {
        ClassifierFiles.write(folder, without);
        assertThat(ClassifierFiles.read(folder, embedder).embedder()).isSameAs(Embedder.none());
        assertThat(ClassifierFiles.read(folder, embedder).classify(UNSEEN)).isEqualTo(without.classify(UNSEEN));
    }

    @Test
    void anotherEmbedderIsLearntAnew() {
        assertThat(ClassifierRenewal.renewed(contents(), with, 2, embedder)).isSameAs(with);
        assertThat(with.card().trainingSha256()).isNotEqualTo(without.card().trainingSha256());
    }
}
