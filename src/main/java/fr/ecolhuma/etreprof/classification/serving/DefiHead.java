package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.linear.Head;
import java.util.List;

/**
 * Finds the défis that hold, any number of them, from features.
 *
 * @param head scores each défi on its own
 * @param lines from each défi's score to its probability, in the order of the head's labels
 * @param threshold the lowest confidence at which a défi is answered
 */
public record DefiHead(Head head, List<Calibration.Line> lines, double threshold) {

    public DefiHead {
        lines = List.copyOf(lines);
    }

    /** The probability of each défi, in the order of the head's labels. */
    double[] confidences(double[] scores) {
        double[] confidences = new double[scores.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = lines.get(i).probability(scores[i]);
        }
        return confidences;
    }
}
