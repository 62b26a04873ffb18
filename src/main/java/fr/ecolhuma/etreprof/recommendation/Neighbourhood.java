package fr.ecolhuma.etreprof.recommendation;

import java.util.concurrent.ExecutorService;

/** Keeps of a similarity, for each item, the most similar others; they alone speak for it. */
final class Neighbourhood {

    private static final int ROWS_A_TASK = 64;

    private Neighbourhood() {}

    /**
     * The neighbours of every item.
     *
     * @param items how many there are
     * @param size neighbours an item has at most; of equally similar ones the lower items
     */
    static ItemScorer of(int items, int size, ItemSimilarity similarity, ExecutorService executor) {
        int[][] neighbours = new int[items][];
        float[][] similarities = new float[items][];
        Parallel.runs(executor, items, ROWS_A_TASK, item -> {
            double[] row = new double[items];
            similarity.fill(item, row);
            neighbours[item] = nearest(row, item, size);
            similarities[item] = picked(row, neighbours[item]);
        });
        return SparseRows.of(neighbours, similarities);
    }

    private static int[] nearest(double[] row, int item, int size) {
        for (int other = 0; other < row.length; other++) {
            if (other == item || !(row[other] > 0)) {
                row[other] = Double.NEGATIVE_INFINITY;
            }
        }
        return TopItems.best(row, size);
    }

    private static float[] picked(double[] row, int[] items) {
        float[] picked = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            picked[i] = (float) row[items[i]];
        }
        return picked;
    }
}
