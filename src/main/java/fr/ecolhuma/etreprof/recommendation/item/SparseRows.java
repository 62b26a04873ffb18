package fr.ecolhuma.etreprof.recommendation.item;

import java.util.Arrays;

/** Item-item weights of which nearly all are 0: for each item the targets to whose scores it adds. */
final class SparseRows implements ItemScorer {

    private final int[] starts;
    private final int[] targets;
    private final float[] weights;

    private SparseRows(int[] starts, int[] targets, float[] weights) {
        this.starts = starts;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * Transposes neighbours: from the items that add to each target to the targets to which each item adds.
     *
     * @param neighbours one row per target: its neighbours
     * @param similarities the same shape
     */
    static SparseRows of(int[][] neighbours, float[][] similarities) {
        int[] starts = new int[neighbours.length + 1];
        for (int[] row : neighbours) {
            for (int neighbour : row) {
                starts[neighbour + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] targets = new int[starts[neighbours.length]];
        float[] weights = new float[targets.length];
        for (int target = 0; target < neighbours.length; target++) {
            for (int i = 0; i < neighbours[target].length; i++) {
                int place = next[neighbours[target][i]]++;
                targets[place] = target;
                weights[place] = similarities[target][i];
            }
        }
        return new SparseRows(starts, targets, weights);
    }

    @Override
    public void add(int item, double factor, double[] scores) {
        for (int i = starts[item]; i < starts[item + 1]; i++) {
            scores[targets[i]] += factor * weights[i];
        }
    }
}
