package fr.ecolhuma.etreprof.classification.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.serving.Abstention;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.serving.ThemeHead;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFilesTests {

    private static final ContentClassifier CLASSIFIER = ShippedClassifier.get();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        ClassifierFiles.write(folder, CLASSIFIER);
    }

    @Test
    void whatIsReadAnswersLikeWhatWasWritten() {
        ContentClassifier read = ClassifierFiles.read(folder, Embedder.none());
        String text = "# Les fractions au CM1\n\nDes bandes de papier pour comparer des fractions simples en classe.";

        assertThat(read.classify(text)).isEqualTo(CLASSIFIER.classify(text));
        assertThat(read.card()).isEqualTo(CLASSIFIER.card());
        assertThat(read.learnt()).isEqualTo(CLASSIFIER.learnt());
    }

    @Test
    void whatIsReadIsWrittenAsTheSameBytes() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        ClassifierFiles.write(copy, ClassifierFiles.read(folder, Embedder.none()));

        for (String name : ClassifierFiles.NAMES) {
            assertThat(copy.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }

    @Test
    void aClassifierOfBeforeTheSchoolWasLearntTakesEveryTextForOneAboutSchool() throws IOException {
        ContentClassifier before = new ContentClassifier(
                CLASSIFIER.themes(), CLASSIFIER.defis(), null, CLASSIFIER.card(), CLASSIFIER.learnt());
        ClassifierFiles.write(folder, before);
        String lease = "Le bailleur loue au locataire un appartement meublé ; le loyer et les charges sont payés le"
                + " premier du mois, et le dépôt de garantie est rendu après l'état des lieux.";

        assertThat(folder.resolve("classifier.json"))
                .content()
                .contains("\"format\" : 2")
                .doesNotContain("\"school\" :");
        assertThat(ClassifierFiles.read(folder, Embedder.none()).school()).isNull();
        assertThat(ClassifierFiles.read(folder, Embedder.none()).classify(lease))
                .isEqualTo(before.classify(lease));
        assertThat(CLASSIFIER.classify(lease).reason()).isEqualTo(Abstention.OTHER_WORLD);
        assertThat(before.classify(lease).reason()).isNotEqualTo(Abstention.OTHER_WORLD);
    }

    @Test
    void theFilesAreSmall() throws IOException {
        long bytes = 0;
        for (String name : ClassifierFiles.NAMES) {
            bytes += Files.size(folder.resolve(name));
        }
        assertThat(bytes).isLessThan(20_000_000);
    }

    /** Themes are appended to the taxonomy; a classifier of before answers the ones that it knows. */
    @Test
    void aClassifierOfBeforeTheLastThemeIsRead() throws IOException {
        Theme last = Taxonomy.load().themes().getLast();
        LinearModel all = CLASSIFIER.themes().head().model();
        List<Integer> kept = IntStream.range(0, all.labels().size())
                .filter(i -> !all.labels().get(i).equals(last.code()))
                .boxed()
                .toList();
        LinearModel fewer = new LinearModel(
                kept.stream().map(all.labels()::get).toList(),
                kept.stream().map(all.heads()::get).toList());
        ThemeHead themes = CLASSIFIER.themes();
        ContentClassifier before = new ContentClassifier(
                new ThemeHead(
                        new Head(
                                themes.head().vocabulary(), fewer, themes.head().characters()),
                        themes.curve(),
                        themes.slope(),
                        themes.threshold()),
                CLASSIFIER.defis(),
                CLASSIFIER.school(),
                CLASSIFIER.card(),
                CLASSIFIER.learnt());
        ClassifierFiles.write(folder, before);
        String text = "Gérer le bruit en classe : un code de couleurs fait baisser le volume sonore des élèves.";

        ContentClassifier read = ClassifierFiles.read(folder, Embedder.none());
        assertThat(read.themes().head().model().labels())
                .hasSize(Taxonomy.load().themes().size() - 1)
                .doesNotContain(last.code());
        assertThat(read.classify(text)).isEqualTo(before.classify(text));
        assertThat(read.classify(text).themes())
                .extracting(likely -> likely.label().code())
                .startsWith("noise");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        replace("classifier.json", "\"format\" : 3", "\"format\" : 9");

        assertRefused("classifier.json: found format 9, expected 1 to 4");
    }

    @Test
    void missingFilesAreRefused() throws IOException {
        Files.delete(folder.resolve("classifier_terms.tsv"));

        assertRefused("classifier_terms.tsv is missing or unreadable");
    }

    @Test
    void brokenJsonIsRefused() throws IOException {
        Files.writeString(folder.resolve("classifier.json"), "{\"format\": 1");

        assertRefused("classifier.json: found other JSON than expected");
    }

    @Test
    void labelsOfAnotherTaxonomyAreRefused() throws IOException {
        replace("classifier.json", "\"labels\" : [ \"arts_music\"", "\"labels\" : [ \"cookery\"");

        assertRefused("classifier.json: found the themes [cookery");
    }

    @Test
    void truncatedWeightsAreRefused() throws IOException {
        Path file = folder.resolve("classifier_weights.bin");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));

        assertRefused("classifier_weights.bin: found %d bytes, expected %d".formatted(bytes.length - 4, bytes.length));
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws IOException {
        Path file = folder.resolve("classifier_weights.bin");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 4, (byte) 0xFF);
        Files.write(file, bytes);

        assertRefused("classifier_weights.bin: found NaN, expected finite numbers");
    }

    @Test
    void termsOutOfOrderAreRefused() throws IOException {
        Path file = folder.resolve("classifier_terms.tsv");
        Files.writeString(file, Files.readString(file).replaceFirst("\n", "\n0\t2.0\tzzz\n"));

        assertRefused("classifier_terms.tsv, line 3: found");
    }

    private void replace(String name, String old, String fresh) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(ClassifierException.class)
                .isThrownBy(() -> ClassifierFiles.read(folder, Embedder.none()))
                .withMessageStartingWith(message);
    }
}
