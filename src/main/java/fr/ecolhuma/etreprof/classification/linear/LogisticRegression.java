package fr.ecolhuma.etreprof.classification.linear;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Two-class logistic regression with an L2 penalty, by coordinate descent on the dual problem (Yu, Huang and Lin 2011,
 * "Dual coordinate descent methods for logistic regression and maximum entropy models"). Equal input, equal weights.
 */
public final class LogisticRegression {

    /**
     * The learnt weights and bias.
     *
     * @param weights one per feature
     * @param bias the constant that is added
     */
    public record Fit(Weights weights, double bias) {}

    /** One number per feature. */
    public static final class Weights {

        private final float[] values;

        public Weights(float[] values) {
            this.values = values;
        }

        public float get(int feature) {
            return values[feature];
        }

        public float[] array() {
            return values;
        }
    }

    private static final double TOLERANCE = 0.03;
    private static final int MOST_ROUNDS = 200;
    private static final int LONGEST_NAP = 15;
    private static final double INNER_TOLERANCE = 1e-2;
    private static final int MOST_INNER = 100;
    private static final double SHRINK = 0.1;

    private final List<SparseVector> documents;
    private final boolean[] positive;
    private final double[] costs;
    private final double[] alphas;
    private final double[] logs;
    private final float[] weights;
    private final int[] naps;
    private final int[] rest;
    private double bias;

    private LogisticRegression(List<SparseVector> documents, boolean[] positive, double[] costs, int features) {
        this.documents = documents;
        this.positive = positive;
        this.costs = costs;
        this.alphas = new double[documents.size() * 2];
        this.logs = new double[alphas.length];
        Arrays.fill(logs, Double.NaN);
        this.weights = new float[features];
        this.naps = new int[documents.size()];
        this.rest = new int[documents.size()];
    }

    /**
     * Fits one label against the rest.
     *
     * @param positive whether each document carries the label
     * @param costs the cost of an error on each document; 0 leaves it out
     */
    static Fit fit(List<SparseVector> documents, boolean[] positive, double[] costs, int features, long seed) {
        double[] shares = new double[costs.length];
        Arrays.fill(shares, -1);
        return fit(documents, positive, costs, features, seed, shares);
    }

    /**
     * Fits one label against the rest, starting from the solution of a similar problem.
     *
     * @param positive whether each document carries the label
     * @param costs the cost of an error on each document; 0 leaves it out
     * @param shares the share of each document's cost that the solution uses, -1 for unknown; replaced by the shares
     *     found
     */
    static Fit fit(
            List<SparseVector> documents,
            boolean[] positive,
            double[] costs,
            int features,
            long seed,
            double[] shares) {
        LogisticRegression problem = new LogisticRegression(documents, positive, costs, features);
        problem.start(shares);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] order = new int[documents.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        boolean everyone = true;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            shuffle(order, random);
            boolean done = problem.round(order, everyone) < TOLERANCE;
            if (done && everyone) {
                break;
            }
            everyone = done;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = costs[i] > 0 ? problem.alphas[2 * i] / costs[i] : -1;
        }
        return new Fit(new Weights(problem.weights), problem.bias);
    }

    private void start(double[] shares) {
        for (int i = 0; i < positive.length; i++) {
            double cold = Math.min(0.001 * costs[i], 1e-8);
            alphas[2 * i] = shares[i] < 0 ? cold : Math.clamp(shares[i] * costs[i], cold, costs[i] - cold);
            alphas[2 * i + 1] = costs[i] - alphas[2 * i];
            move(i, alphas[2 * i]);
        }
    }

    private void move(int i, double amount) {
        double signed = positive[i] ? amount : -amount;
        documents.get(i).addTo(weights, signed);
        bias += signed;
    }

    /**
     * Makes one pass over the documents and returns the largest gradient.
     *
     * @param everyone whether resting documents are visited too
     */
    private double round(int[] order, boolean everyone) {
        double largest = 0;
        for (int i : order) {
            boolean rests = rests(i);
            if (costs[i] > 0 && (everyone || !rests)) {
                double seen = step(i);
                naps[i] = seen < TOLERANCE ? Math.min(LONGEST_NAP, 2 * naps[i] + 1) : 0;
                rest[i] = naps[i];
                largest = Math.max(largest, seen);
            }
        }
        return largest;
    }

    /** A document that was settled at its last visit rests for some passes, longer each time. */
    private boolean rests(int i) {
        boolean rests = rest[i] > 0;
        rest[i] -= rests ? 1 : 0;
        return rests;
    }

    private double step(int i) {
        double cost = costs[i];
        double a = documents.get(i).squaredNorm() + 1;
        double margin = documents.get(i).dot(weights) + bias;
        double b = positive[i] ? margin : -margin;
        boolean swapped = 0.5 * a * (alphas[2 * i + 1] - alphas[2 * i]) + b < 0;
        int first = swapped ? 2 * i + 1 : 2 * i;
        int second = swapped ? 2 * i : 2 * i + 1;
        double sign = swapped ? -1 : 1;
        double old = alphas[first];
        boolean shrunk = cost - old < 0.5 * cost;
        double z = shrunk ? SHRINK * old : old;
        // settled documents are visited again and again: the result of the last visit is kept, since logarithms\n
        // // cost most
        double log = shrunk || Double.isNaN(logs[first]) ? StrictMath.log(z / (cost - z)) : logs[first];
        double gradient = a * (z - old) + sign * b + log;
        double seen = Math.abs(gradient);
        for (int inner = 0; inner < MOST_INNER && Math.abs(gradient) >= INNER_TOLERANCE * TOLERANCE; inner++) {
            double next = z - gradient / (a + cost / (cost - z) / z);
            z = next <= 0 ? z * SHRINK : next;
            log = StrictMath.log(z / (cost - z));
            gradient = a * (z - old) + sign * b + log;
        }
        alphas[first] = z;
        alphas[second] = cost - z;
        logs[first] = log;
        logs[second] = Double.NaN;
        if (z != old) {
            move(i, sign * (z - old));
        }
        return seen;
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
