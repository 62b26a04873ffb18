package fr.ecolhuma.etreprof.classification.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.Term;
import fr.ecolhuma.etreprof.classification.linear.TermWeights;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FoldsTests {

    private static final Head.Settings SETTINGS =
            new Head.Settings(new Vocabulary.Settings(1, 1, 1_000, 0.5), new LinearModel.Settings(100, true, 1), false);

    private static AnalyzedText text(String text, String label) {
        List<Term> terms = new ArrayList<>();
        for (String word : text.split("\\W+")) {
            terms.add(new Term(word, 1, 0, 0));
        }
        return new AnalyzedText(new LabelledText("id", text, List.of(label), 1), TermWeights.of(terms));
    }

    @Test
    void everyFoldGetsSomeOfEachLabel() {
        List<AnalyzedText> texts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            texts.add(text("t" + i, i < 10 ? "a" : "b"));
        }
        int[] folds = Folds.deal(texts);

        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int[] count = new int[2];
            for (int i = 0; i < 20; i++) {
                count[i / 10] += folds[i] == fold ? 1 : 0;
            }
            assertThat(count).containsExactly(2, 2);
        }
    }

    @Test
    void oneBodyUnderTwoTitlesIsInOneFold() {
        int[] folds =
                Folds.deal(List.of(text("# Un\n\nle corps", "a"), text("autre", "a"), text("# Deux\n\nle corps", "b")));

        assertThat(folds[0]).isEqualTo(folds[2]).isNotEqualTo(folds[1]);
    }

    @Test
    void noTextIsScoredByAModelThatHasSeenIt() {
        // each text's only word is its own, so a model that has not seen it knows the bias alone
        List<AnalyzedText> texts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            texts.add(text("mot" + i, i % 2 == 0 ? "a" : "b"));
        }
        double[][] scores = scores(texts);

        for (double[] row : scores) {
            assertThat(Math.abs(row[0] - row[1])).isLessThan(0.5);
        }
    }

    @Test
    void aLabelThatOnlyTheHeldOutTextHasIsOutOfReach() {
        double[][] scores = scores(List.of(text("x", "a"), text("y", "a"), text("z", "b")));

        assertThat(scores[2][1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scores[0][1]).isFinite();
    }

    private static double[][] scores(List<AnalyzedText> texts) {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            return Folds.scores(texts, List.of("a", "b"), seen -> List.of(Head.fit(seen, SETTINGS, executor)))
                    .getFirst();
        }
    }
}
