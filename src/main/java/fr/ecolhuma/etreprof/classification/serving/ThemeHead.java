package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.Head;

/**
 * Finds the one theme that holds, from features.
 *
 * @param head scores each theme
 * @param curve from the lead of the best theme over the next, in log-odds, to the probability that it is right
 * @param slope of the softmax that divides the rest among the other themes
 * @param threshold the lowest confidence at which a theme is answered
 */
public record ThemeHead(Head head, Calibration.Curve curve, double slope, double threshold) {

    /** The probability of each theme; they add up to 1. */
    double[] confidences(double[] scores) {
        int best = Measures.best(scores);
        double confidence = curve.probability(lead(scores));
        double[] confidences = Calibration.softmax(without(scores, best), slope);
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] *= 1 - confidence;
        }
        confidences[best] = confidence;
        return confidences;
    }

    /** The difference between the best score and the next. */
    public static double lead(double[] scores) {
        int best = Measures.best(scores);
        return scores[best] - scores[Measures.best(without(scores, best))];
    }

    private static double[] without(double[] scores, int place) {
        double[] others = scores.clone();
        others[place] = Double.NEGATIVE_INFINITY;
        return others;
    }
}
