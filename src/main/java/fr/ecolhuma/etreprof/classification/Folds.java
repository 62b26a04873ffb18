package fr.ecolhuma.etreprof.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Cross-validation: every text is scored once by a model that has not seen it, nor another text with the same body.
 * Texts of one label are dealt out in turn, so that each fold has some of each.
 */
final class Folds {

    static final int COUNT = 5;

    private Folds() {}

    /**
     * Scores held-out texts.
     *
     * @param texts to be scored
     * @param labels the labels of the scores, in order; a label that a fold's model does not know scores -infinity
     */
    static double[][] scores(
            List<AnalyzedText> texts, List<String> labels, Head.Settings settings, ExecutorService executor) {
        int[] foldOf = deal(texts);
        double[][] scores = new double[texts.size()][];
        for (int fold = 0; fold < COUNT; fold++) {
            List<AnalyzedText> training = new ArrayList<>();
            for (int i = 0; i < foldOf.length; i++) {
                if (foldOf[i] != fold) {
                    training.add(texts.get(i));
                }
            }
            Head head = Head.fit(training, settings, executor);
            for (int i = 0; i < foldOf.length; i++) {
                if (foldOf[i] == fold) {
                    scores[i] = ordered(head, head.scores(texts.get(i).terms()), labels);
                }
            }
        }
        return scores;
    }

    private static double[] ordered(Head head, double[] scores, List<String> labels) {
        double[] ordered = new double[labels.size()];
        for (int label = 0; label < ordered.length; label++) {
            int place = head.model().labels().indexOf(labels.get(label));
            ordered[label] = place < 0 ? Double.NEGATIVE_INFINITY : scores[place];
        }
        return ordered;
    }

    /** The fold of each text; a body seen before goes where it is already. */
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

    /** The text without its title: the same text may stand under several. */
    private static String body(String text) {
        int end = text.startsWith("# ") ? text.indexOf('\n') : -1;
        return text.substring(end + 1).strip();
    }
}
