package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The distribution of the counts of one feature over some users.
 *
 * @param p5 the 5th percentile (nearest rank), and so on
 * @param mean two decimals
 * @param zeros the number of users with 0
 */
public record FeatureSpread(int p5, int p25, int p50, int p75, int p95, double mean, int zeros) {

    private static final double CENTS = 100;

    /**
     * The distribution of a column over the wanted rows.
     *
     * @throws IllegalArgumentException if there is no such row
     */
    static FeatureSpread of(CountMatrix counts, int column, IntPredicate wanted) {
        int[] sorted = IntStream.range(0, counts.rows())
                .filter(wanted)
                .map(row -> counts.get(row, column))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("found no user, expected at least one");
        }
        return new FeatureSpread(
                percentile(sorted, 5),
                percentile(sorted, 25),
                percentile(sorted, 50),
                percentile(sorted, 75),
                percentile(sorted, 95),
                Math.round(CENTS * Arrays.stream(sorted).asLongStream().sum() / sorted.length) / CENTS,
                (int) Arrays.stream(sorted).filter(count -> count == 0).count());
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted[(int) Math.ceilDiv((long) percent * sorted.length, 100L) - 1];
    }
}
