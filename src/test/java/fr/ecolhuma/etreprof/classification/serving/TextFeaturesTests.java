package fr.ecolhuma.etreprof.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermWeights;
import fr.ecolhuma.etreprof.classification.linear.Terms;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text read through the tables of a head is the vector that learning would make of it. */
class TextFeaturesTests {

    private static final ContentClassifier CLASSIFIER = ShippedClassifier.get();
    private static final String TITLED = """
            # Lire et écrire : lire ensemble

            Lire, **lire encore**, puis écrire au cycle 3 avec une AESH et des élèves dyslexiques.

            ## Écrire au cycle 3

            Un anticonstitutionnellementement inconnu, papapapapapa, puis lire et écrire.
            """;

    @ParameterizedTest
    @ValueSource(strings = {TITLED, "lire", "mot inconnuxyz zzzzqq", "# Titre seul"})
    void tablesFindWhatNamesFind(String text) {
        assertSame(CLASSIFIER.themes().head(), text);
        assertSame(CLASSIFIER.defis().head(), text);
    }

    @Test
    void aWordSeenTwiceIsReadTheSame() {
        Head head = CLASSIFIER.defis().head();
        WordTable table = WordTable.of(head);
        List<Word> words = TextAnalyzer.shipped().analyze(TITLED).words();
        SparseVector once =
                TextFeatures.of(words, new float[0]).over(head, table).vector();

        assertEqual(TextFeatures.of(words, new float[0]).over(head, table).vector(), once);
    }

    private static void assertSame(Head head, String text) {
        List<Word> words = TextAnalyzer.shipped().analyze(text).words();
        SparseVector named = head.vocabulary().vector(TermWeights.of(Terms.of(words, head.characters())));

        assertEqual(
                TextFeatures.of(words, new float[0])
                        .over(head, WordTable.of(head))
                        .vector()
                        .ascending(),
                named);
    }

    private static void assertEqual(SparseVector found, SparseVector expected) {
        assertThat(places(found)).isEqualTo(places(expected));
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.value(i)).isCloseTo(expected.value(i), within(1e-6f));
        }
    }

    private static List<Integer> places(SparseVector vector) {
        return IntStream.range(0, vector.size()).mapToObj(vector::feature).toList();
    }
}
