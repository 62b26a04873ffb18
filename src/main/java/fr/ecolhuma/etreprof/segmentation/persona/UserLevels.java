package fr.ecolhuma.etreprof.segmentation.persona;

import fr.ecolhuma.etreprof.segmentation.model.BehaviourColumns;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The level of each user on a scale of 0 to 2, by the sum x of some columns: {@code 2 × ln(1 + x) / ln(1 + top)}, at
 * most 2.
 *
 * <p>Top is the 99th percentile of all users (nearest rank, at least 1). It uses logarithms, because counts are
 * heavy-tailed and segments use logarithms too; it uses a percentile and a cap, so that no robot sets the scale.
 */
public final class UserLevels {

    private static final double MOST = 2;
    private static final int TOP_PERCENTILE = 99;

    private final long[] sums;
    private final double topLog;

    private UserLevels(long[] sums) {
        this.sums = sums;
        this.topLog = StrictMath.log1p((double) Math.max(1, top(sums)));
    }

    public static UserLevels of(CountMatrix counts, List<String> columns) {
        int[] positions = BehaviourColumns.positions(counts.columns(), columns);
        return new UserLevels(IntStream.range(0, counts.rows())
                .mapToLong(row -> sum(counts, row, positions))
                .toArray());
    }

    private static long sum(CountMatrix counts, int row, int[] positions) {
        long sum = 0;
        for (int position : positions) {
            sum += counts.get(row, position);
        }
        return sum;
    }

    private static long top(long[] sums) {
        long[] sorted = sums.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceilDiv((long) TOP_PERCENTILE * sorted.length, 100L) - 1];
    }

    public double level(int row) {
        return Math.min(MOST, MOST * StrictMath.log1p((double) sums[row]) / topLog);
    }
}
