package fr.ecolhuma.etreprof.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The different features of a document, and the weight of all uses of each. */
final class TermWeights {

    private final String[] features;
    private final double[] weights;
    private final int[] places;

    private TermWeights(String[] features, double[] weights, int[] places) {
        this.features = features;
        this.weights = weights;
        this.places = places;
    }

    /** Sums up, and remembers which feature each term uses. */
    static TermWeights of(List<Term> terms) {
        return of(terms, UnaryOperator.identity(), true);
    }

    /**
     * Sums up.
     *
     * @param shared one instance for all equal features, so that many documents hold each but once
     */
    static TermWeights of(List<Term> terms, UnaryOperator<String> shared) {
        return of(terms, shared, false);
    }

    private static TermWeights of(List<Term> terms, UnaryOperator<String> shared, boolean remember) {
        Map<String, Integer> places = HashMap.newHashMap(terms.size());
        double[] sums = new double[terms.size()];
        int[] used = new int[remember ? terms.size() : 0];
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            Integer known = places.putIfAbsent(term.feature(), places.size());
            int place = known == null ? places.size() - 1 : known;
            sums[place] += term.weight();
            if (remember) {
                used[i] = place;
            }
        }
        String[] features = new String[places.size()];
        double[] weights = new double[features.length];
        places.forEach((feature, place) -> {
            features[place] = shared.apply(feature);
            weights[place] = sums[place];
        });
        return new TermWeights(features, weights, used);
    }

    int size() {
        return features.length;
    }

    String feature(int place) {
        return features[place];
    }

    /** The place of the feature that a term uses, by the term's place in the list that was summed up. */
    int placeOf(int term) {
        return places[term];
    }

    double weight(int place) {
        return weights[place];
    }
}
