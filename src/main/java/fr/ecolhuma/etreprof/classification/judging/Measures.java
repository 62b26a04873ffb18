package fr.ecolhuma.etreprof.classification.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of the quality of answers. */
public final class Measures {

    static final int BINS = 10;

    private Measures() {}

    /** Twice the hits over twice the hits and all misses; 0 when there is neither. */
    public static double f1(int hits, int falseAlarms, int misses) {
        int all = 2 * hits + falseAlarms + misses;
        return all == 0 ? 0 : 2.0 * hits / all;
    }

    /**
     * Expected calibration error: the mean distance, over ten equal ranges of confidence weighted by their answers,
     * between the mean confidence and the share of right answers (Naeini et al. 2015).
     */
    public static double calibrationError(double[] confidences, boolean[] right) {
        double[] sums = new double[BINS];
        double[] hits = new double[BINS];
        for (int i = 0; i < confidences.length; i++) {
            int bin = bin(confidences[i]);
            sums[bin] += confidences[i];
            hits[bin] += right[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sums[bin] - hits[bin]);
        }
        return confidences.length == 0 ? 0 : error / confidences.length;
    }

    /** The index of the confidence's range among ten equal ranges, from 0. */
    static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }

    /** The index of the largest number, the first among equals. */
    public static int best(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> numbers[i]).thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    /** A part of a whole; 0 when there is no whole. */
    public static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }

    /** The mean; 0 without numbers. */
    public static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(0);
    }

    /**
     * The lowest confidence at which answers are right often enough.
     *
     * @param confidences of answers, 0 to 1
     * @param right whether each was
     * @param precision the required share of right answers
     * @return the lowest confidence such that the answers of at least this confidence reach the precision; 1 when none
     *     does
     */
    public static double threshold(double[] confidences, boolean[] right, double precision) {
        List<Integer> surestFirst = IntStream.range(0, confidences.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -confidences[i]))
                .toList();
        double threshold = 1;
        int hits = 0;
        for (int n = 0; n < confidences.length; n++) {
            hits += right[surestFirst.get(n)] ? 1 : 0;
            double here = confidences[surestFirst.get(n)];
            boolean last = n + 1 == confidences.length || confidences[surestFirst.get(n + 1)] < here;
            if (last && hits >= precision * (n + 1)) {
                threshold = here;
            }
        }
        return threshold;
    }
}
