package fr.ecolhuma.etreprof.recommendation.item;

import java.util.Arrays;

/**
 * Learnt item-item weights: a user's score of an item is the sum of the weights from the items used to it. Immutable;
 * the weight of an item to itself is 0.
 */
public final class ItemWeights implements ItemScorer {

    /** Gives the weights from an item, one entry per item, when a model is read. */
    public interface Rows {

        float[] row(int item);
    }

    private static final float[] NOTHING = {};

    private final double lambda;
    private final float[][] rows;

    private ItemWeights(double lambda, float[][] rows) {
        this.lambda = lambda;
        this.rows = rows;
    }

    /**
     * Weights from rows; the caller must not use the rows afterwards.
     *
     * @param items the number of items
     * @param lambda the regularisation they were learnt with, above 0
     * @throws IllegalArgumentException if a row has another length, a value that is not finite, or not 0 for the item
     *     itself
     */
    public static ItemWeights of(int items, double lambda, Rows source) {
        float[][] rows = new float[items][];
        for (int item = 0; item < items; item++) {
            rows[item] = source.row(item);
            requireSound(rows[item], item, items);
        }
        return new ItemWeights(lambda, rows);
    }

    /** No weights: every score is 0. */
    public static ItemWeights none(int items) {
        float[][] rows = new float[items][];
        Arrays.fill(rows, NOTHING);
        return new ItemWeights(0, rows);
    }

    private static void requireSound(float[] row, int item, int items) {
        if (row.length != items || row[item] != 0) {
            throw new IllegalArgumentException("weights of item %d: found %d, expected %d with 0 for the item itself"
                    .formatted(item, row.length, items));
        }
        for (float weight : row) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException(
                        "weights of item %d: found %s, expected a finite number".formatted(item, weight));
            }
        }
    }

    /** Number of items. */
    public int items() {
        return rows.length;
    }

    /** The regularisation they were learnt with; 0 when none were learnt. */
    public double lambda() {
        return lambda;
    }

    /** The amount that the use of one item adds to the score of another. */
    public float weight(int used, int target) {
        float[] row = rows[used];
        return row.length == 0 ? 0 : row[target];
    }

    @Override
    public void add(int item, double factor, double[] scores) {
        float[] row = rows[item];
        for (int j = 0; j < row.length; j++) {
            scores[j] += factor * row[j];
        }
    }

    /**
     * The score of every item for a user with a history.
     *
     * @param history different items, in any order; the sum is taken in this order
     * @param scores filled, one entry per item
     */
    public void scores(int[] history, double[] scores) {
        Arrays.fill(scores, 0);
        int next = 0;
        for (; next + 3 < history.length; next += 4) {
            addFour(history, next, scores);
        }
        for (; next < history.length; next++) {
            add(history[next], 1, scores);
        }
    }

    /** Adds four rows in one pass, each element in the order of the rows. */
    private void addFour(int[] history, int first, double[] scores) {
        float[] a = rows[history[first]];
        float[] b = rows[history[first + 1]];
        float[] c = rows[history[first + 2]];
        float[] d = rows[history[first + 3]];
        for (int j = 0; j < a.length; j++) {
            scores[j] = scores[j] + a[j] + b[j] + c[j] + d[j];
        }
    }
}
