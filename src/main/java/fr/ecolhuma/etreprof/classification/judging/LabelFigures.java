package fr.ecolhuma.etreprof.classification.judging;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The quality of the answers for one label.
 *
 * @param precision the share of right answers among its answers, 0 to 1; 0 without answers
 * @param recall the share of its texts that got it, 0 to 1; 0 when there are no such texts
 * @param f1 their harmonic mean
 * @param accuracy the share of texts that rightly got it or rightly did not, 0 to 1
 * @param support how many texts carry it
 */
public record LabelFigures(double precision, double recall, double f1, double accuracy, int support) {

    /** The figures of every label that is carried or answered, by label. */
    public static SortedMap<String, LabelFigures> of(List<String> truth, List<String> answers) {
        TreeSet<String> labels = new TreeSet<>(truth);
        labels.addAll(answers);
        SortedMap<String, LabelFigures> figures = new TreeMap<>();
        labels.forEach(label -> figures.put(label, of(label, truth, answers)));
        return figures;
    }

    public static LabelFigures of(String label, List<String> truth, List<String> answers) {
        int carried = 0;
        int answered = 0;
        int hits = 0;
        for (int i = 0; i < truth.size(); i++) {
            boolean carries = truth.get(i).equals(label);
            boolean gets = answers.get(i).equals(label);
            carried += carries ? 1 : 0;
            answered += gets ? 1 : 0;
            hits += carries && gets ? 1 : 0;
        }
        return new LabelFigures(
                Measures.share(hits, answered),
                Measures.share(hits, carried),
                Measures.f1(hits, answered - hits, carried - hits),
                Measures.share(truth.size() - (answered - hits) - (carried - hits), truth.size()),
                carried);
    }

    /** The plain mean of the labels' F1. */
    public static double macroF1(SortedMap<String, LabelFigures> figures) {
        return Measures.mean(
                figures.values().stream().mapToDouble(LabelFigures::f1).toArray());
    }
}
