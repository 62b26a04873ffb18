package fr.ecolhuma.etreprof.classification;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses, by cross-validation on the texts alone, how to learn labels of which exactly one holds. */
final class SettingsSearch {

    /**
     * What came out best.
     *
     * @param settings the loosest fit of equals
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

    static Choice best(List<AnalyzedText> texts, ExecutorService executor) {
        List<Choice> choices = TITLE_WEIGHTS.stream()
                .map(weight -> new Vocabulary.Settings(LEAST_DOCUMENTS, MOST_SHARE, MOST_FEATURES, weight))
                .flatMap(kept -> judged(texts, kept, executor).stream())
                .toList();
        return Collections.max(
                choices,
                Comparator.comparingDouble(Choice::macroF1)
                        .thenComparingDouble(
                                choice -> -choice.settings().model().cost()));
    }

    private static List<Choice> judged(List<AnalyzedText> texts, Vocabulary.Settings kept, ExecutorService executor) {
        List<String> truth =
                texts.stream().map(text -> text.text().labels().getFirst()).toList();
        List<String> labels = truth.stream().distinct().sorted().toList();
        List<double[][]> scores =
                Folds.scores(texts, labels, learnt -> Head.fit(learnt, kept, false, MODELS, executor));
        return IntStream.range(0, MODELS.size())
                .mapToObj(i -> judged(scores.get(i), labels, truth, new Head.Settings(kept, MODELS.get(i), false)))
                .toList();
    }

    private static Choice judged(double[][] scores, List<String> labels, List<String> truth, Head.Settings settings) {
        int[] right = truth.stream().mapToInt(labels::indexOf).toArray();
        List<String> answers =
                Stream.of(scores).map(row -> labels.get(Measures.best(row))).toList();
        double macroF1 = LabelFigures.macroF1(LabelFigures.of(truth, answers));
        return new Choice(settings, Calibration.softmaxSlope(scores, right), macroF1);
    }
}
