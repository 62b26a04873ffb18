package fr.ecolhuma.etreprof.classification.judging;

import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cross-validation: every text is scored once, by a model that has seen neither it nor another text with the same body.
 * Texts of one label are dealt to the folds in turn, so that each fold has some of every label.
 */
public final class Folds {

    static final int COUNT = 5;

    private Folds() {}

    /** Learns heads from texts, always the same number of heads. */
    public interface Learner {

        List<Head> learn(List<AnalyzedText> texts);
    }

    /**
     * Scores held-out texts.
     *
     * @param texts to be scored
     * @param labels the labels of the scores, in order; a label that a fold's model does not know scores -infinity
     * @return for each head that is learnt, one row of scores per text
     */
    public static List<double[][]> scores(List<AnalyzedText> texts, List<String> labels, Learner learner) {
        int[] foldOf = deal(texts);
        List<double[][]> scores = new ArrayList<>();
        for (int fold = 0; fold < COUNT; fold++) {
            List<Head> heads = learner.learn(others(texts, foldOf, fold));
            while (scores.size() < heads.size()) {
                scores.add(new double[texts.size()][]);
            }
            for (int i = 0; i < foldOf.length; i++) {
                for (int head = 0; foldOf[i] == fold && head < heads.size(); head++) {
                    SparseVector vector =
                            heads.get(head).vocabulary().vector(texts.get(i).terms());
                    scores.get(head)[i] = ordered(heads.get(head).model(), vector, labels);
                }
            }
        }
        return scores;
    }

    private static List<AnalyzedText> others(List<AnalyzedText> texts, int[] foldOf, int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(i -> foldOf[i] != fold)
                .mapToObj(texts::get)
                .toList();
    }

    /** The scores of a model in the given order of labels; -infinity for a label that it does not know. */
    static double[] ordered(LinearModel model, SparseVector document, List<String> labels) {
        double[] scores = model.scores(document);
        double[] ordered = new double[labels.size()];
        for (int label = 0; label < ordered.length; label++) {
            int place = model.labels().indexOf(labels.get(label));
            ordered[label] = place < 0 ? Double.NEGATIVE_INFINITY : scores[place];
        }
        return ordered;
    }

    /** The fold of each text; texts with the same body get the same fold. */
    static int[] deal(List<AnalyzedText> texts) {
        Map<List<String>, List<Integer>> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byLabel.computeIfAbsent(texts.get(i).text().labels(), unseen -> new ArrayList<>())
                    .add(i);
        }
        Map<String, Integer> seen = new HashMap<>();
        int[] folds = new int[texts.size()];
        int next = 0;
        for (List<Integer> alike : byLabel.values()) {
            for (int i : alike) {
                Integer known = seen.putIfAbsent(body(texts.get(i).text().text()), next % COUNT);
                folds[i] = known == null ? next++ % COUNT : known;
            }
        }
        return folds;
    }

    /** The text without its title: the same text may have several titles. */
    private static String body(String text) {
        int end = text.startsWith("# ") ? text.indexOf('\n') : -1;
        return text.substring(end + 1).strip();
    }
}
