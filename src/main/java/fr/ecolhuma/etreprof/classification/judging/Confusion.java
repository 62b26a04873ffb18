package fr.ecolhuma.etreprof.classification.judging;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of the labels that are taken for others. */
public final class Confusion {

    private Confusion() {}

    /**
     * The number of texts of a label, the first key, that were answered with another, the second key; zeros are left
     * out.
     */
    public static SortedMap<String, SortedMap<String, Integer>> of(List<String> truth, List<String> answers) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < truth.size(); i++) {
            counts.computeIfAbsent(truth.get(i), unseen -> new TreeMap<>()).merge(answers.get(i), 1, Integer::sum);
        }
        return counts;
    }
}
