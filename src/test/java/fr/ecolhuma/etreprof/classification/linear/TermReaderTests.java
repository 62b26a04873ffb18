package fr.ecolhuma.etreprof.classification.linear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.language.Language;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermReaderTests {

    private static final String TEXT = """
            # Lire et relire

            Lire, **relire**, puis écrire au cycle 3 : les élèves lisent et relisent, avec une AESH.
            """;

    private final TermReader reader = TermReader.shipped(Embedder.none());

    @Test
    void aTextIsReadOnce() {
        TextTerms once = reader.read(TEXT);

        assertThat(reader.read(new String(TEXT))).isSameAs(once);
        assertThat(once.language()).isEqualTo(Language.FR);
        // lire et relire · lire relire puis ecrire au cycle3 les eleves lisent et relisent avec une aesh
        assertThat(once.words()).isEqualTo(17);
    }

    @Test
    void itsTermsAreThoseOfItsWords() {
        assertSame(reader.read(TEXT).terms(), false);
        assertSame(reader.features(TEXT, false), false);
    }

    @Test
    void runsAreAddedWithTheWeightOfAllUsesOfTheirWords() {
        assertSame(reader.features(TEXT, true), true);
    }

    @Test
    void equalNamesOfManyTextsAreOneInstance() {
        TermWeights first = reader.read("dictée").terms();
        TermWeights second = reader.read("une autre dictée").terms();

        assertThat(second.feature(second.size() - 1)).isEqualTo("autr dict");
        assertThat(first.feature(0)).isEqualTo("dict").isSameAs(second.feature(1));
    }

    private static void assertSame(TermWeights found, boolean characters) {
        List<Word> words = TextAnalyzer.shipped().analyze(TEXT).words();
        TermWeights expected = TermWeights.of(Terms.of(words, characters));

        assertThat(entries(found)).isEqualTo(entries(expected)).isNotEmpty();
    }

    private static List<String> entries(TermWeights weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> weights.feature(i) + " " + weights.weight(i))
                .toList();
    }
}
