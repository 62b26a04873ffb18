package fr.ecolhuma.etreprof.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
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

    private static final double[] COSTS = {30, 100, 300};
    private static final double[] TITLE_WEIGHTS = {0.35, 0.7};
    private static final int LEAST_DOCUMENTS = 2;
    private static final double MOST_SHARE = 0.5;
    private static final int MOST_FEATURES = 400_000;
    private static final long SEED = 1;

    private SettingsSearch() {}

    static Choice best(List<AnalyzedText> texts, ExecutorService executor) {
        List<String> truth =
                texts.stream().map(text -> text.text().labels().getFirst()).toList();
        List<String> labels = truth.stream().distinct().sorted().toList();
        List<Choice> choices = grid().stream()
                .map(settings -> judged(Folds.scores(texts, labels, settings, executor), labels, truth, settings))
                .toList();
        return Collections.max(choices, Comparator.comparingDouble(Choice::macroF1));
    }

    private static List<Head.Settings> grid() {
        List<Head.Settings> grid = new ArrayList<>();
        for (double cost : COSTS) {
            for (double titleWeight : TITLE_WEIGHTS) {
                grid.add(new Head.Settings(
                        new Vocabulary.Settings(LEAST_DOCUMENTS, MOST_SHARE, MOST_FEATURES, titleWeight),
                        new LinearModel.Settings(cost, true, SEED),
                        false));
            }
        }
        return grid;
    }

    private static Choice judged(double[][] scores, List<String> labels, List<String> truth, Head.Settings settings) {
        int[] right = truth.stream().mapToInt(labels::indexOf).toArray();
        List<String> answers =
                Stream.of(scores).map(row -> labels.get(Measures.best(row))).toList();
        double macroF1 = LabelFigures.macroF1(LabelFigures.of(truth, answers));
        return new Choice(settings, Calibration.softmaxSlope(scores, right), macroF1);
    }
}
