package fr.ecolhuma.etreprof.classification.serving;

/**
 * The derivation of a label's score: the bias and the amounts of the words add up to it; where there is an embedder, so
 * does the amount of the text's vector, which is the rest.
 */
final class Explanation {

    private final double score;
    private final double bias;
    private final double[] amounts;

    Explanation(double score, double bias, double[] amounts) {
        this.score = score;
        this.bias = bias;
        this.amounts = amounts;
    }

    /** The label's score, in log-odds. */
    double score() {
        return score;
    }

    /** The label's score without any word, in log-odds. */
    double bias() {
        return bias;
    }

    /** The amount that a word of the text adds, in log-odds. */
    double amount(int word) {
        return amounts[word];
    }
}
