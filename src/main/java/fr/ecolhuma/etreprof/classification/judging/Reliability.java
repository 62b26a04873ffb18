package fr.ecolhuma.etreprof.classification.judging;

import java.util.ArrayList;
import java.util.List;

/** Compares confidence with the share of right answers. */
public final class Reliability {

    private Reliability() {}

    /** Answers by tenth of confidence; empty tenths are left out. */
    public static List<ModelCard.Bin> of(double[] confidences, boolean[] right) {
        List<ModelCard.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < Measures.BINS; bin++) {
            int answers = 0;
            int hits = 0;
            double sum = 0;
            for (int i = 0; i < confidences.length; i++) {
                boolean inside = Measures.bin(confidences[i]) == bin;
                answers += inside ? 1 : 0;
                hits += inside && right[i] ? 1 : 0;
                sum += inside ? confidences[i] : 0;
            }
            if (answers > 0) {
                bins.add(new ModelCard.Bin(answers, sum / answers, Measures.share(hits, answers)));
            }
        }
        return bins;
    }
}
