package fr.ecolhuma.etreprof.classification.evaluation;

import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.judging.Folds;
import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses how to learn labels of which exactly one holds, by cross-validation on the texts alone. */
final class SettingsSearch {

    /**
     * The best settings and their results.
     *
     * @param settings the best; among equals the loosest fit
     * @param slope of the softmax, fitted to the held-out scores
     * @param macroF1 on held-out texts
     */
    record Choice(Head.Settings settings, double slope, double macroF1) {}

    private static final long SEED = 1;
    private static final List<LinearModel.Settings> MODELS = Stream.of(30, 100, 300)
            .map(cost -> new LinearModel.Settings(cost, true, SEED))
            .toList();
    private static final List<Double> TITLE_WEIGHTS = List.of(0.35, 0.7);
    private static final int LEAST_DOCUMENTS = 2;
    private static final double MOST_SHARE = 0.5;
    private static final int MOST_FEATURES = 400_000;

    private SettingsSearch() {}

    /** One way to learn and its results on held-out texts. */
    private record Trial(Head.Settings settings, List<double[]> scores, double macroF1) {}

    static Choice best(List<AnalyzedText> texts, ExecutorService executor) {
        List<String> truth =
                texts.stream().map(text -> text.text().labels().getFirst()).toList();
        List<String> labels = truth.stream().distinct().sorted().toList();
        List<Trial> trials = TITLE_WEIGHTS.stream()
                .map(weight -> new Vocabulary.Settings(LEAST_DOCUMENTS, MOST_SHARE, MOST_FEATURES, weight))
                .flatMap(kept -> trials(texts, truth, labels, kept, executor))
                .toList();
        Trial best = Collections.max(
                trials,
                Comparator.comparingDouble(Trial::macroF1)
                        .thenComparingDouble(trial -> -trial.settings().model().cost()));
        int[] right = truth.stream().mapToInt(labels::indexOf).toArray();
        double slope = Calibration.softmaxSlope(best.scores().toArray(double[][]::new), right);
        return new Choice(best.settings(), slope, best.macroF1());
    }

    private static Stream<Trial> trials(
            List<AnalyzedText> texts,
            List<String> truth,
            List<String> labels,
            Vocabulary.Settings kept,
            ExecutorService executor) {
        List<double[][]> scores =
                Folds.scores(texts, labels, learnt -> Head.fit(learnt, kept, false, MODELS, executor));
        return IntStream.range(0, MODELS.size()).mapToObj(i -> {
            List<double[]> rows = List.of(scores.get(i));
            List<String> answers =
                    rows.stream().map(row -> labels.get(Measures.best(row))).toList();
            double macroF1 = LabelFigures.macroF1(LabelFigures.of(truth, answers));
            return new Trial(new Head.Settings(kept, MODELS.get(i), false), rows, macroF1);
        });
    }
}
