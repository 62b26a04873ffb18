package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.serving.Abstention;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shipped classifier on texts that are not about school, in several languages: {@code other_worlds.jsonl}, written
 * for this test alone. Nothing was learnt from them.
 */
class OtherWorldsTests {

    private record OtherText(String id, String world, String text) {}

    private record Judged(OtherText text, Classification classification) {

        boolean answered() {
            return classification.theme() != null || classification.defi() != null;
        }
    }

    private static final double MOST_ANSWERED = 0.03;
    private static List<OtherText> texts = List.of();

    @BeforeAll
    static void readTexts() throws IOException {
        JsonMapper json = new JsonMapper();
        try (InputStream in = OtherWorldsTests.class.getResourceAsStream("other_worlds.jsonl")) {
            texts = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readValue(line, OtherText.class))
                    .toList();
        }
    }

    @Test
    void fewTextsOfOtherWorldsAreGivenAThemeOrADefi() {
        List<Judged> judged = texts.stream()
                .map(text -> new Judged(text, ShippedClassifier.get().classify(text.text())))
                .toList();

        assertThat(judged).hasSize(200);
        assertThat(judged)
                .filteredOn(Judged::answered)
                .extracting(one -> "%s: %s %s"
                        .formatted(
                                one.text().id(),
                                one.classification().theme(),
                                one.classification().defi()))
                .hasSizeLessThanOrEqualTo((int) (MOST_ANSWERED * judged.size()));
    }

    @Test
    void mostAreRefusedAsNotAboutSchool() {
        assertThat(texts)
                .filteredOn(
                        text -> ShippedClassifier.get().classify(text.text()).reason() == Abstention.OTHER_WORLD)
                .hasSizeGreaterThan(140);
    }

    @Test
    void contentsAboutSchoolThatWereNotLearntAreNotRefused() throws IOException {
        assertThat(UnseenContentsTests.contents())
                .hasSizeGreaterThan(100)
                .filteredOn(text -> ShippedClassifier.get().classify(text).reason() == Abstention.OTHER_WORLD)
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aTextOfFewKnownTermsIsNotRefused() {
        assertThat(ShippedClassifier.get()
                        .classify("Four, beurre et farine zzqx")
                        .reason())
                .isNotEqualTo(Abstention.OTHER_WORLD);
    }

    @Test
    void noneOfThemIsLearnt() {
        TrainingTexts learnt = TrainingTexts.ofSchool(ShippedTexts.load(), List.of(), Lexicon.load());

        assertThat(learnt.contents())
                .hasSizeGreaterThan(1_000)
                .extracting(LabelledText::text)
                .doesNotContainAnyElementsOf(texts.stream().map(OtherText::text).toList());
    }
}
