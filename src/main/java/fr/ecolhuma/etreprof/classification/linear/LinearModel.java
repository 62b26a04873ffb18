package fr.ecolhuma.etreprof.classification.linear;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * One logistic regression per label over a common vocabulary: a label's score is its bias plus the sum of weight times
 * value over a document's features, in log-odds.
 *
 * @param labels in a fixed order
 * @param heads one per label
 */
public record LinearModel(List<String> labels, List<LogisticRegression.Fit> heads) {

    /**
     * The settings of learning.
     *
     * @param cost of an error; a higher one fits closer
     * @param balanced whether rare labels cost more, in proportion
     * @param seed of the order in which documents are visited
     */
    public record Settings(double cost, boolean balanced, long seed) {}

    public LinearModel {
        labels = List.copyOf(labels);
        heads = List.copyOf(heads);
    }

    /** Fits every label on its own, on the threads of an executor; the result does not depend on the threads. */
    static LinearModel fit(
            List<SparseVector> vectors,
            List<LabelledText> texts,
            int features,
            Settings settings,
            ExecutorService executor) {
        return fit(vectors, texts, features, settings, WarmStart.cold(texts.size()), executor);
    }

    /** The same, with a search that starts from the solution for all texts. */
    public static LinearModel fit(
            List<SparseVector> vectors,
            List<LabelledText> texts,
            int features,
            Settings settings,
            WarmStart start,
            ExecutorService executor) {
        TreeSet<String> labels = new TreeSet<>();
        texts.forEach(text -> labels.addAll(text.labels()));
        List<Callable<LogisticRegression.Fit>> tasks = labels.stream()
                .<Callable<LogisticRegression.Fit>>map(
                        label -> () -> fit(vectors, texts, features, settings, start, label))
                .toList();
        return new LinearModel(List.copyOf(labels), Tasks.run(tasks, executor));
    }

    private static LogisticRegression.Fit fit(
            List<SparseVector> vectors,
            List<LabelledText> texts,
            int features,
            Settings settings,
            WarmStart start,
            String label) {
        boolean[] positive = new boolean[texts.size()];
        double all = 0;
        double carrying = 0;
        for (int i = 0; i < positive.length; i++) {
            positive[i] = texts.get(i).labels().contains(label);
            all += texts.get(i).weight();
            carrying += positive[i] ? texts.get(i).weight() : 0;
        }
        double[] costs = new double[positive.length];
        for (int i = 0; i < costs.length; i++) {
            double share = positive[i] ? carrying : all - carrying;
            double balance = settings.balanced() ? all / (2 * share) : 1;
            costs[i] = settings.cost() * balance * texts.get(i).weight();
        }
        double[] shares = start.of(label);
        LogisticRegression.Fit fit =
                LogisticRegression.fit(vectors, positive, costs, features, settings.seed(), shares);
        start.found(label, shares);
        return fit;
    }

    /** The score of each label, in log-odds. */
    public double[] scores(SparseVector document) {
        double[] scores = new double[heads.size()];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = document.dot(heads.get(label).weights().array())
                    + heads.get(label).bias();
        }
        return scores;
    }
}
