package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The different rows of a table in lexicographic order, each with its number of occurrences.
 *
 * <p>Many users share the same few counts, and sorting makes everything computed from these rows independent of the
 * order of the users.
 */
public final class DistinctRows {

    private final CountMatrix counts;
    private final int[] groups;
    private final int[] representatives;
    private final int[] weights;

    private DistinctRows(CountMatrix counts, int[] groups, int[] representatives, int[] weights) {
        this.counts = counts;
        this.groups = groups;
        this.representatives = representatives;
        this.weights = weights;
    }

    public static DistinctRows of(CountMatrix counts) {
        int[] sorted = IntStream.range(0, counts.rows())
                .boxed()
                .sorted((a, b) -> compare(counts, a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] groups = new int[sorted.length];
        int[] representatives = new int[sorted.length];
        int[] weights = new int[sorted.length];
        int group = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || compare(counts, sorted[i - 1], sorted[i]) != 0) {
                representatives[++group] = sorted[i];
            }
            groups[sorted[i]] = group;
            weights[group]++;
        }
        return new DistinctRows(
                counts, groups, Arrays.copyOf(representatives, group + 1), Arrays.copyOf(weights, group + 1));
    }

    private static int compare(CountMatrix counts, int a, int b) {
        int columns = counts.columns().size();
        for (int column = 0; column < columns; column++) {
            int order = Integer.compare(counts.get(a, column), counts.get(b, column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Number of distinct rows. */
    public int size() {
        return weights.length;
    }

    /** The distinct row that a row of the table equals. */
    public int groupOf(int row) {
        return groups[row];
    }

    /** The counts of a distinct row. */
    public int[] row(int group) {
        return counts.row(representatives[group]);
    }

    /** The distinct rows as weighted points in scaled space. */
    public Points points(Scaler scaler) {
        double[] coordinates = new double[size() * scaler.size()];
        for (int group = 0; group < size(); group++) {
            System.arraycopy(scaler.transform(row(group)), 0, coordinates, group * scaler.size(), scaler.size());
        }
        return new Points(coordinates, weights, scaler.size());
    }
}
