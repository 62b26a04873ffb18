package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The change of each feature's distribution: the population stability index, over bins at the deciles of the earlier
 * distribution, {@code Σ (p − q) · ln(p / q)}.
 *
 * <p>By convention, under 0.1 is little and over 0.25 is much. Counts are heavy-tailed and often 0, so equal deciles
 * make one bin. Half a user is added to each bin, so that an empty one has a logarithm.
 */
public final class Drift {

    private static final int BINS = 10;
    private static final double HALF = 0.5;

    private Drift() {}

    /**
     * The index of each feature that both have, by name.
     *
     * @param before one row per user, at least one
     * @param after the same of later users
     */
    public static SortedMap<String, Double> between(CountMatrix before, CountMatrix after) {
        SortedMap<String, Double> indexes = new TreeMap<>();
        for (int column = 0; column < before.columns().size(); column++) {
            String name = before.columns().get(column);
            int other = after.columns().indexOf(name);
            if (other >= 0) {
                indexes.put(name, index(sorted(before, column), sorted(after, other)));
            }
        }
        return indexes;
    }

    private static int[] sorted(CountMatrix counts, int column) {
        int[] values = new int[counts.rows()];
        Arrays.setAll(values, row -> counts.get(row, column));
        Arrays.parallelSort(values);
        return values;
    }

    static double index(int[] before, int[] after) {
        int[] edges = edges(before);
        double bins = edges.length + 1;
        double index = 0;
        for (int bin = 0; bin <= edges.length; bin++) {
            double p = (inBin(before, edges, bin) + HALF) / (before.length + HALF * bins);
            double q = (inBin(after, edges, bin) + HALF) / (after.length + HALF * bins);
            index += (p - q) * Math.log(p / q);
        }
        return index;
    }

    /** The highest value of each bin except the last. */
    private static int[] edges(int[] sorted) {
        int[] deciles = new int[BINS - 1];
        Arrays.setAll(deciles, i -> sorted[(int) ((long) (i + 1) * (sorted.length - 1) / BINS)]);
        return Arrays.stream(deciles).distinct().toArray();
    }

    private static int inBin(int[] sorted, int[] edges, int bin) {
        int below = bin == 0 ? 0 : notAbove(sorted, edges[bin - 1]);
        return (bin == edges.length ? sorted.length : notAbove(sorted, edges[bin])) - below;
    }

    /** The number of values up to a limit. */
    private static int notAbove(int[] sorted, int limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
