package fr.ecolhuma.etreprof.classification.judging;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Turns scores into probabilities: softmax with a temperature (Guo et al. 2017), fitted to scores of held-out texts.
 */
public final class Calibration {

    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
    private static final int STEPS = 60;
    private static final double LEAST_SLOPE = 0.05;
    private static final double MOST_SLOPE = 50;
    private static final double TINY = 1e-12;
    private static final int GROUP = 20;
    private static final int NEWTON_STEPS = 50;
    private static final double RIDGE = 1e-9;
    private static final double SMALLEST_STEP = 1e-6;

    private Calibration() {}

    /** Shares that add up to 1; equal ones when every score is minus infinity. */
    public static double[] softmax(double[] scores, double slope) {
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
    public static double softmaxSlope(double[][] scores, int[] truth) {
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

    /**
     * Score to probability by a sigmoid.
     *
     * @param slope log-odds a unit of score
     * @param shift log-odds of score 0
     */
    public record Line(double slope, double shift) {

        public double probability(double score) {
            return 1 / (1 + StrictMath.exp(-(slope * score + shift)));
        }
    }

    /**
     * The line under which the observed labels are likeliest, its targets moved a little from 0 and 1 (Platt 1999, with
     * the Newton steps of Lin, Lin and Weng 2007).
     *
     * @param scores of held-out texts, finite
     * @param held whether the label held
     */
    public static Line line(double[] scores, boolean[] held) {
        int yes = 0;
        for (boolean one : held) {
            yes += one ? 1 : 0;
        }
        double high = (yes + 1.0) / (yes + 2.0);
        double low = 1 / (held.length - yes + 2.0);
        double[] targets = new double[held.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = held[i] ? high : low;
        }
        Line line = new Line(0, StrictMath.log((yes + 1.0) / (held.length - yes + 1.0)));
        Line before = null;
        for (int step = 0; step < NEWTON_STEPS && !line.equals(before); step++) {
            before = line;
            line = better(line, scores, targets);
        }
        return line;
    }

    /** One Newton step, halved until the loss no longer grows. */
    private static Line better(Line line, double[] scores, double[] targets) {
        double ss = RIDGE;
        double s1 = 0;
        double one = RIDGE;
        double slopeGradient = 0;
        double shiftGradient = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = line.probability(scores[i]);
            double spread = p * (1 - p);
            ss += scores[i] * scores[i] * spread;
            s1 += scores[i] * spread;
            one += spread;
            slopeGradient += scores[i] * (p - targets[i]);
            shiftGradient += p - targets[i];
        }
        double determinant = ss * one - s1 * s1;
        double slope = (one * slopeGradient - s1 * shiftGradient) / determinant;
        double shift = (ss * shiftGradient - s1 * slopeGradient) / determinant;
        double loss = loss(line, scores, targets);
        for (double size = 1; size > SMALLEST_STEP; size /= 2) {
            Line next = new Line(line.slope() - size * slope, line.shift() - size * shift);
            if (loss(next, scores, targets) <= loss) {
                return next;
            }
        }
        return line;
    }

    private static double loss(Line line, double[] scores, double[] targets) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = Math.min(1 - TINY, Math.max(TINY, line.probability(scores[i])));
            loss -= targets[i] * StrictMath.log(p) + (1 - targets[i]) * StrictMath.log(1 - p);
        }
        return loss;
    }

    /**
     * Score to probability by straight lines between points; flat before the first and after the last.
     *
     * @param scores ascending
     * @param probabilities non-decreasing, one per score
     */
    public record Curve(List<Double> scores, List<Double> probabilities) {

        public Curve {
            scores = List.copyOf(scores);
            probabilities = List.copyOf(probabilities);
            if (scores.isEmpty() || scores.size() != probabilities.size()) {
                throw new IllegalArgumentException(
                        "found %d scores and %d probabilities, expected equally many, at least 1"
                                .formatted(scores.size(), probabilities.size()));
            }
        }

        public double probability(double score) {
            int next = 0;
            while (next < scores.size() && scores.get(next) < score) {
                next++;
            }
            if (next == 0 || next == scores.size()) {
                return probabilities.get(Math.min(next, scores.size() - 1));
            }
            double part = (score - scores.get(next - 1)) / (scores.get(next) - scores.get(next - 1));
            return probabilities.get(next - 1) * (1 - part) + probabilities.get(next) * part;
        }
    }

    /** Neighbours by score that share one point of a curve. */
    private record Group(double score, double held, int size) {

        Group with(Group other) {
            int both = size + other.size;
            return new Group((score * size + other.score * other.size) / both, held + other.held, both);
        }

        /** The share that held, moved a little from 0 and 1. */
        double share() {
            return (held + 1) / (size + 2);
        }
    }

    /**
     * The non-decreasing curve nearest to the observed labels: isotonic regression (Zadrozny and Elkan 2002) by pooling
     * adjacent violators, over groups of at least {@value #GROUP} neighbours.
     *
     * @param scores of held-out texts, finite, at least one
     * @param held whether the label held
     */
    public static Curve curve(double[] scores, boolean[] held) {
        List<Integer> ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .toList();
        ArrayDeque<Group> pooled = new ArrayDeque<>();
        for (int start = 0; start < scores.length; start += GROUP) {
            Group group = group(ascending.subList(start, Math.min(scores.length, start + GROUP)), scores, held);
            while (!pooled.isEmpty() && pooled.getLast().share() >= group.share()) {
                group = pooled.removeLast().with(group);
            }
            pooled.addLast(group);
        }
        return new Curve(
                pooled.stream().map(Group::score).toList(),
                pooled.stream().map(Group::share).toList());
    }

    private static Group group(List<Integer> places, double[] scores, boolean[] held) {
        double sum = 0;
        int yes = 0;
        for (int place : places) {
            sum += scores[place];
            yes += held[place] ? 1 : 0;
        }
        return new Group(sum / places.size(), yes, places.size());
    }
}
