package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each head learns from the lexicon and from contents. */
class TrainingTextsTests {

    private static final Lexicon LEXICON = Lexicon.load();

    private static LabelledContent content(String id, String text, String theme, List<String> defis) {
        return new LabelledContent(id, "", text, theme, defis);
    }

    @Test
    void noPhraseIsTaughtAsADefiAndAsNone() {
        List<LabelledText> phrases =
                TrainingTexts.ofDefis(List.of(), List.of(), LEXICON).phrases();
        Set<String> defis = words(phrases, false);

        assertThat(defis).hasSizeGreaterThan(1_000);
        assertThat(words(phrases, true)).hasSizeGreaterThan(1_000).doesNotContainAnyElementsOf(defis);
    }

    private static Set<String> words(List<LabelledText> phrases, boolean none) {
        return phrases.stream()
                .filter(phrase -> phrase.labels().isEmpty() == none)
                .map(phrase -> phrase.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void lookalikesTrainThemesAgainst() {
        Lexicon.Entry entry = new Lexicon.Entry(
                Map.of("fr", "Le bruit"), Map.of(), Map.of(), Map.of("fr", List.of("bruit de fond cosmique")));
        Lexicon lexicon = new Lexicon(new TreeMap<>(Map.of("noise", entry)), new TreeMap<>(), Map.of());

        assertThat(TrainingTexts.ofThemes(List.of(), List.of(), lexicon).phrases())
                .extracting(LabelledText::text, LabelledText::labels)
                .contains(tuple("Le bruit", List.of("noise")), tuple("bruit de fond cosmique", List.of()));
    }

    @Test
    void theSchoolIsLearntFromEveryContentAgainstTextsOfOtherWorlds() {
        List<LabelledContent> shipped = List.of(content("shipped", "Les fractions.", "mathematics", List.of()));
        List<LabelledContent> own = List.of(new LabelledContent("own", "", "La cour.", null, List.of()));
        TrainingTexts texts = TrainingTexts.ofSchool(shipped, own, LEXICON);

        assertThat(texts.contents().subList(0, 2))
                .extracting(LabelledText::id, LabelledText::labels)
                .containsExactly(tuple("own", List.of("school")), tuple("shipped", List.of("school")));
        assertThat(texts.contents().subList(2, texts.contents().size()))
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(text.labels()).isEmpty());
        assertThat(texts.phrases())
                .hasSizeGreaterThan(1_000)
                .allSatisfy(text -> assertThat(text.labels()).containsExactly("school"));
    }

    @Test
    void ownContentsComeFirstAndReplaceShippedOnesOfTheSameText() {
        LabelledContent shipped = content("shipped", "Le même texte.", "noise", List.of("mental_health"));
        LabelledContent own = content("own", " Le même texte. ", "noise", List.of("student_success"));
        TrainingTexts texts = TrainingTexts.ofDefis(
                List.of(content("other", "Un autre.", "noise", List.of()), shipped), List.of(own), LEXICON);

        assertThat(texts.own()).isEqualTo(1);
        assertThat(texts.contents()).extracting(LabelledText::id).containsExactly("own", "other");
    }
}
