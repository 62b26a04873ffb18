package fr.ecolhuma.etreprof.classification.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.classification.text.Passage;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private static Word word(String term, Passage.Place place, boolean follows) {
        return new Word(term, 0, 1, place, follows, false);
    }

    private static TermWeights body(String... terms) {
        return TermWeights.of(
                List.of(terms).stream().map(term -> new Term(term, 1, 0, 0)).toList());
    }

    @Test
    void featuresAreWordsPairsAndTheTitleOnceMore() {
        List<Term> terms = Terms.of(
                List.of(
                        word("a", Passage.Place.TITLE, false),
                        word("b", Passage.Place.BODY, false),
                        word("c", Passage.Place.EMPHASIS, true)),
                false);

        assertThat(terms)
                .containsExactly(
                        new Term("a", 3, 0, 0),
                        new Term("^a", 1, 0, 0),
                        new Term("b", 1, 1, 1),
                        new Term("c", 1.25, 2, 2),
                        new Term("b c", 1.25, 1, 2));
    }

    @Test
    void runsOfCharactersAreThoseOfTheFramedWordOnceEach() {
        Word word = word("ecol", Passage.Place.BODY, false);

        assertThat(Terms.of(List.of(word, word), true).stream().map(Term::feature))
                .containsExactly("ecol", "ecol", "#<eco", "#ecol", "#col>", "#<ecol", "#ecol>");
        assertThat(Terms.of(List.of(word, word), true).getLast().weight()).isEqualTo(0.5 * 2);
    }

    @Test
    void usesOfAFeatureAddUp() {
        TermWeights weights = body("x", "y", "x");

        assertThat(weights.size()).isEqualTo(2);
        assertThat(weights.feature(0)).isEqualTo("x");
        assertThat(weights.weight(0)).isEqualTo(2);
        assertThat(weights.weight(1)).isEqualTo(1);
    }

    @Test
    void rareAndCommonFeaturesAreLeftOut() {
        List<TermWeights> documents = List.of(body("all", "two"), body("all", "two"), body("all", "one"), body("all"));
        Vocabulary vocabulary = Vocabulary.fit(documents, new Vocabulary.Settings(2, 0.5, 10, 0));

        assertThat(vocabulary.features()).containsExactly("two");
    }

    @Test
    void aLimitKeepsTheCommonest() {
        List<TermWeights> documents = List.of(body("a", "b", "c"), body("c", "b"), body("b"));

        assertThat(Vocabulary.fit(documents, new Vocabulary.Settings(1, 1, 2, 0))
                        .features())
                .containsExactly("b", "c");
    }

    @Test
    void valuesAreSublinearTfIdfOfLengthOne() {
        // idf = ln((1+4)/(1+df))+1: x in 1 of 4, y in 2 of 4; three uses of x count 1+ln 3
        List<TermWeights> documents = List.of(body("x", "y"), body("y"), body("z"), body("z"));
        SparseVector vector = Vocabulary.fit(documents, new Vocabulary.Settings(1, 1, 10, 0))
                .vector(body("y", "x", "x", "unknown", "x"));
        double x = (1 + Math.log(3)) * (Math.log(5.0 / 2) + 1);
        double y = Math.log(5.0 / 3) + 1;

        assertThat(vector.size()).isEqualTo(2);
        assertThat(vector.value(0)).isCloseTo((float) (x / Math.hypot(x, y)), within(1e-6f));
        assertThat(vector.value(1)).isCloseTo((float) (y / Math.hypot(x, y)), within(1e-6f));
        assertThat(vector.squaredNorm()).isCloseTo(1, within(1e-6));
    }

    @Test
    void theTitleIsASpaceOfItsOwnAndOfItsOwnLength() {
        Vocabulary vocabulary = Vocabulary.fit(List.of(body("x", "^x")), new Vocabulary.Settings(1, 1, 10, 0.7));

        assertThat(vocabulary.features()).containsExactly("^x", "x");
        assertThat(vocabulary.vector(body("x", "^x")).value(0)).isCloseTo(0.7f, within(1e-6f));
        assertThat(vocabulary.vector(body("x", "^x")).value(1)).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void aTextWithoutKnownFeaturesIsEmpty() {
        Vocabulary vocabulary = Vocabulary.fit(List.of(body("x")), new Vocabulary.Settings(1, 1, 10, 0.7));

        assertThat(vocabulary.vector(body("y")).size()).isZero();
    }
}
