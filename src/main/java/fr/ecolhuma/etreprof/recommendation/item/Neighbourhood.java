package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.recommendation.usage.Parallel;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/** Keeps the most similar others of each item; only these add to its score. */
public final class Neighbourhood {

    private static final int ROWS_A_TASK = 64;

    private final int[][] neighbours;
    private final float[][] similarities;

    private Neighbourhood(int[][] neighbours, float[][] similarities) {
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    /**
     * The neighbours of every item.
     *
     * @param items the number of items
     * @param size the most neighbours of an item; among equally similar ones the lower items are kept
     */
    static Neighbourhood of(int items, int size, ItemSimilarity similarity, ExecutorService executor) {
        int[][] neighbours = new int[items][];
        float[][] similarities = new float[items][];
        Parallel.runs(executor, items, ROWS_A_TASK, item -> {
            double[] row = new double[items];
            similarity.fill(item, row);
            neighbours[item] = nearest(row, item, size);
            similarities[item] = picked(row, neighbours[item]);
        });
        return new Neighbourhood(neighbours, similarities);
    }

    /** The same with fewer neighbours per item. */
    public Neighbourhood nearest(int size) {
        int[][] fewer = neighbours.clone();
        float[][] theirs = similarities.clone();
        for (int item = 0; item < fewer.length; item++) {
            int kept = Math.min(size, fewer[item].length);
            fewer[item] = Arrays.copyOf(fewer[item], kept);
            theirs[item] = Arrays.copyOf(theirs[item], kept);
        }
        return new Neighbourhood(fewer, theirs);
    }

    /** The scores that each item adds to the others. */
    public ItemScorer scorer() {
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
