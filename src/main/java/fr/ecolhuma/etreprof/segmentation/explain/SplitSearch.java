package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;

/**
 * Searches the best split of each group of users, in one pass over each column in the order of its counts.
 *
 * <p>The best split leaves the least Gini impurity (Breiman et al., 1984), that is, the greatest sum over both sides of
 * the squared users of each segment divided by all users of the side; among equals the first column and the least
 * threshold.
 */
final class SplitSearch {

    /** The smallest side of a split: few users make no rule, and a rule must not reveal one of them. */
    static final int FEWEST = 5;

    private static final double LEAST_GAIN = 1e-9;

    private final CountMatrix counts;
    private final Assignments assignments;
    private final int[] groupOf;
    private final long[][] totals;
    private final long[][] below;
    private final int[] last;
    private final Split[] best;

    /** Counts up to the threshold go left, greater ones right; {@code column} is -1 if no split is an improvement. */
    record Split(int column, int threshold, double score) {}

    /** @param groupOf a group from 0, or -1 for a user whose group must not be split, one per row */
    SplitSearch(CountMatrix counts, Assignments assignments, int[] groupOf, int groups) {
        this.counts = counts;
        this.assignments = assignments;
        this.groupOf = groupOf;
        int segments = assignments.counts().size();
        this.totals = new long[groups][segments];
        this.below = new long[groups][segments];
        this.last = new int[groups];
        this.best = new Split[groups];
        for (int row = 0; row < groupOf.length; row++) {
            if (groupOf[row] >= 0) {
                totals[groupOf[row]][assignments.segment(row)]++;
            }
        }
    }

    /** The best split of each group. */
    Split[] best() {
        for (int group = 0; group < best.length; group++) {
            best[group] = new Split(-1, 0, score(totals[group]) + LEAST_GAIN);
        }
        for (int column = 0; column < counts.columns().size(); column++) {
            scan(column);
        }
        return best.clone();
    }

    private void scan(int column) {
        for (long[] counted : below) {
            Arrays.fill(counted, 0);
        }
        for (long countAndRow : sorted(column)) {
            int row = (int) countAndRow;
            int group = groupOf[row];
            if (group >= 0) {
                int count = (int) (countAndRow >>> 32);
                if (count != last[group]) {
                    consider(group, column, count);
                }
                last[group] = count;
                below[group][assignments.segment(row)]++;
            }
        }
    }

    /** Rows in the order of their counts, the count in the upper half. */
    private long[] sorted(int column) {
        long[] sorted = new long[counts.rows()];
        Arrays.setAll(sorted, row -> (long) counts.get(row, column) << 32 | row);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Rates the split between the last count of a group and the next, in the middle of both. */
    private void consider(int group, int column, int next) {
        long left = Arrays.stream(below[group]).sum();
        long right = Arrays.stream(totals[group]).sum() - left;
        if (left < FEWEST || right < FEWEST) {
            return;
        }
        long[] above = new long[below[group].length];
        Arrays.setAll(above, segment -> totals[group][segment] - below[group][segment]);
        double score = score(below[group]) + score(above);
        if (score > best[group].score()) {
            best[group] = new Split(column, last[group] + (next - last[group] - 1) / 2, score);
        }
    }

    private static double score(long[] users) {
        double squares = 0;
        long all = 0;
        for (long ofSegment : users) {
            squares += (double) ofSegment * ofSegment;
            all += ofSegment;
        }
        return all == 0 ? 0 : squares / all;
    }
}
