package fr.ecolhuma.etreprof.classification;

import java.util.List;

/** The features of one text, made once for all that is asked of it. */
final class TextFeatures {

    private final List<Word> words;
    private final List<Term> terms;
    private final TermWeights sums;

    private TextFeatures(List<Word> words, List<Term> terms) {
        this.words = words;
        this.terms = terms;
        this.sums = TermWeights.of(terms);
    }

    static TextFeatures of(List<Word> words, boolean characters) {
        return new TextFeatures(words, Terms.of(words, characters));
    }

    /** The features that a head knows. */
    Known over(Head head) {
        int[] places = head.vocabulary().places(sums);
        return new Known(head, places, head.vocabulary().vector(sums, places));
    }

    /** The features of the text that a head knows. */
    final class Known {

        private final Head head;
        private final int[] places;
        private final SparseVector vector;

        private Known(Head head, int[] places, SparseVector vector) {
            this.head = head;
            this.places = places;
            this.vector = vector;
        }

        SparseVector vector() {
            return vector;
        }

        /** How a label of the head comes to its score. */
        Explanation explain(String label) {
            LogisticRegression.Fit fit =
                    head.model().heads().get(head.model().labels().indexOf(label));
            double[] amounts = new double[words.size()];
            double[] perWeight = perWeight(fit.weights());
            for (int i = 0; i < terms.size(); i++) {
                double amount = perWeight[sums.placeOf(i)] * terms.get(i).weight() / 2;
                amounts[terms.get(i).first()] += amount;
                amounts[terms.get(i).last()] += amount;
            }
            return new Explanation(vector.dot(fit.weights().array()) + fit.bias(), fit.bias(), amounts);
        }

        /** What a use of weight 1 adds, by feature: uses of one feature share what it adds by their weights. */
        private double[] perWeight(LogisticRegression.Weights weights) {
            double[] amounts = new double[places.length];
            for (int i = 0; i < amounts.length; i++) {
                if (places[i] >= 0) {
                    amounts[i] = weights.get(places[i]) * vector.valueOf(places[i]) / sums.weight(i);
                }
            }
            return amounts;
        }
    }
}
