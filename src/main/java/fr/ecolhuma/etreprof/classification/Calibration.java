package fr.ecolhuma.etreprof.classification;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Scores to probabilities: softmax with a temperature (Guo et al. 2017), fitted to scores of held-out texts. */
final class Calibration {

    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
    private static final int STEPS = 60;
    private static final double LEAST_SLOPE = 0.05;
    private static final double MOST_SLOPE = 50;
    private static final double TINY = 1e-12;

    private Calibration() {}

    /** Shares that add up to 1; equal ones when every score is minus infinity. */
    static double[] softmax(double[] scores, double slope) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        double[] shares = new double[scores.length];
        if (best == Double.NEGATIVE_INFINITY) {
            Arrays.fill(shares, 1.0 / shares.length);
            return shares;
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(slope * (scores[i] - best));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The inverse temperature under which the true labels are likeliest. */
    static double softmaxSlope(double[][] scores, int[] truth) {
        return minimum(slope -> {
            double loss = 0;
            for (int i = 0; i < truth.length; i++) {
                loss -= StrictMath.log(Math.max(TINY, softmax(scores[i], slope)[truth[i]]));
            }
            return loss;
        });
    }

    /** Golden section over the slope's logarithm; the loss has one valley. */
    private static double minimum(DoubleUnaryOperator loss) {
        double low = StrictMath.log(LEAST_SLOPE);
        double high = StrictMath.log(MOST_SLOPE);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean lower = loss.applyAsDouble(StrictMath.exp(left)) < loss.applyAsDouble(StrictMath.exp(right));
            high = lower ? right : high;
            low = lower ? low : left;
        }
        return StrictMath.exp((low + high) / 2);
    }
}
