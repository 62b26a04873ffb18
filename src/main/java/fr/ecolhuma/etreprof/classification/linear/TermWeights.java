package fr.ecolhuma.etreprof.classification.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The different features of a document, and the weight of all uses of each. */
public final class TermWeights {

    private final String[] features;
    private final double[] weights;

    private TermWeights(String[] features, double[] weights) {
        this.features = features;
        this.weights = weights;
    }

    public static TermWeights of(List<Term> terms) {
        return of(terms, UnaryOperator.identity());
    }

    /**
     * Sums up.
     *
     * @param shared one instance for all equal features, so that many documents hold each but once
     */
    static TermWeights of(List<Term> terms, UnaryOperator<String> shared) {
        Map<String, Integer> places = HashMap.newHashMap(terms.size());
        double[] sums = new double[terms.size()];
        for (Term term : terms) {
            Integer known = places.putIfAbsent(term.feature(), places.size());
            int place = known == null ? places.size() - 1 : known;
            sums[place] += term.weight();
        }
        String[] features = new String[places.size()];
        double[] weights = new double[features.length];
        places.forEach((feature, place) -> {
            features[place] = shared.apply(feature);
            weights[place] = sums[place];
        });
        return new TermWeights(features, weights);
    }

    int size() {
        return features.length;
    }

    String feature(int place) {
        return features[place];
    }

    double weight(int place) {
        return weights[place];
    }
}
