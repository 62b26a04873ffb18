package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** The quality of each judged user's list under one model: NDCG and capped recall at several ranks. */
public final class ListQuality {

    /** The least gain in standard errors: a smaller one may be chance. */
    private static final double ERRORS = 2;

    /** The least gain as a share: a smaller one is lost on the step from a part of the rows to all of them. */
    private static final double LEAST_GAIN = 0.005;

    private final RankingMeasures measures;
    private final int[] ks;
    private final double[][] ndcgs;
    private final double[][] cappedRecalls;

    /**
     * Figures without a list yet.
     *
     * @param ks the ranks, ascending
     */
    ListQuality(RankingMeasures measures, int[] ks, int users) {
        this.measures = measures;
        this.ks = ks;
        this.ndcgs = new double[ks.length][users];
        this.cappedRecalls = new double[ks.length][users];
    }

    /** Receives the list of the n-th user; each user has a place of its own. */
    void take(int place, boolean[] hits, int positives) {
        for (int i = 0; i < ks.length; i++) {
            ndcgs[i][place] = measures.ndcg(hits, positives, ks[i]);
            cappedRecalls[i][place] = measures.cappedRecall(hits, positives, ks[i]);
        }
    }

    /** The mean of NDCG at the last rank. */
    public double deepNdcg() {
        return mean(deepest());
    }

    private double[] deepest() {
        return ndcgs[ndcgs.length - 1];
    }

    /**
     * Whether NDCG at the last rank is above another's by more than two standard errors of the users' paired
     * differences, and by half a percent.
     */
    public boolean isSurelyDeeper(ListQuality other) {
        return isSure(other.deepest(), deepest());
    }

    /** Whether the mean of each measure is at least the other's. */
    public boolean isNowhereBelow(ListQuality other) {
        return holds(other, (before, after) -> mean(after) >= mean(before));
    }

    /**
     * Whether each measure either equals the other's for every user, or is above it by more than half a standard error
     * of the users' paired differences.
     */
    public boolean isSurelyNowhereBelow(ListQuality other) {
        return holds(other, ListQuality::isEqualOrAbove);
    }

    private boolean holds(ListQuality other, BiPredicate<double[], double[]> sound) {
        return IntStream.range(0, ks.length)
                .allMatch(i ->
                        sound.test(other.ndcgs[i], ndcgs[i]) && sound.test(other.cappedRecalls[i], cappedRecalls[i]));
    }

    private static boolean isEqualOrAbove(double[] before, double[] after) {
        return Arrays.equals(before, after) || mean(after) - mean(before) > error(before, after) / 2;
    }

    /** The gain over another's lists, in the mean of all measures. */
    public double gain(ListQuality before) {
        return mean(all()) - mean(before.all());
    }

    /** Whether {@link #gain} is more than two standard errors of the users' paired differences, and half a percent. */
    public boolean isSurelyBetter(ListQuality before) {
        return isSure(before.all(), all());
    }

    private double[] all() {
        double[] values = new double[deepest().length];
        for (int i = 0; i < ks.length; i++) {
            for (int user = 0; user < values.length; user++) {
                values[user] += (ndcgs[i][user] + cappedRecalls[i][user]) / (2 * ks.length);
            }
        }
        return values;
    }

    private static boolean isSure(double[] before, double[] after) {
        double gain = mean(after) - mean(before);
        return gain > ERRORS * error(before, after) && gain >= LEAST_GAIN * mean(before);
    }

    /** The standard error of the users' paired differences. */
    private static double error(double[] before, double[] after) {
        double gain = mean(after) - mean(before);
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            double difference = after[i] - before[i] - gain;
            squares += difference * difference;
        }
        return Math.sqrt(squares) / before.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
