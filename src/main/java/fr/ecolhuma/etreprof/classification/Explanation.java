package fr.ecolhuma.etreprof.classification;

import java.util.Arrays;
import java.util.List;

/**
 * How a label came to its score: the bias and the amounts of the words add up to it.
 *
 * @param score of the label, in log-odds
 * @param bias what it has without a word
 * @param amounts what each word of the document adds, in log-odds, in the order of the words
 */
record Explanation(double score, double bias, List<Double> amounts) {

    Explanation {
        amounts = List.copyOf(amounts);
    }

    /**
     * Explains one label.
     *
     * @param terms the features of the words, each use on its own
     */
    static Explanation of(Head head, int label, List<Word> words, List<Term> terms) {
        TermWeights sums = TermWeights.of(terms);
        return of(head, label, words, terms, sums, head.vocabulary().vector(sums));
    }

    /**
     * Explains one label of a document whose vector is known.
     *
     * @param sums the features, all uses of each together
     * @param document the head's vector of them
     */
    static Explanation of(
            Head head, int label, List<Word> words, List<Term> terms, TermWeights sums, SparseVector document) {
        LogisticRegression.Fit fit = head.model().heads().get(label);
        double[] perWeight = perWeight(head.vocabulary(), document, fit.weights(), sums);
        double[] amounts = new double[words.size()];
        for (Term term : terms) {
            int place = head.vocabulary().placeOf(term.feature());
            if (place >= 0) {
                amounts[term.first()] += perWeight[place] * term.weight() / 2;
                amounts[term.last()] += perWeight[place] * term.weight() / 2;
            }
        }
        double score = document.dot(fit.weights().array()) + fit.bias();
        return new Explanation(score, fit.bias(), Arrays.stream(amounts).boxed().toList());
    }

    /** What a use of weight 1 adds, by feature: uses of one feature share what it adds by their weights. */
    private static double[] perWeight(
            Vocabulary vocabulary, SparseVector document, LogisticRegression.Weights weights, TermWeights sums) {
        double[] amounts = new double[vocabulary.size()];
        for (int i = 0; i < document.size(); i++) {
            amounts[document.feature(i)] = (double) weights.get(document.feature(i)) * document.value(i);
        }
        for (int i = 0; i < sums.size(); i++) {
            int place = vocabulary.placeOf(sums.feature(i));
            if (place >= 0) {
                amounts[place] /= sums.weight(i);
            }
        }
        return amounts;
    }
}
