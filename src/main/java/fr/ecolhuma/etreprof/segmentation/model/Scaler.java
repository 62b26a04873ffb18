package fr.ecolhuma.etreprof.segmentation.model;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Brings heavy-tailed counts to one scale: {@code (ln(1 + count) - mean) / deviation}, column by column.
 *
 * <p>Means and population standard deviations are those of the logarithms. A column that was constant has the
 * deviation 0 and always becomes 0.
 */
public final class Scaler {

    private final double[] means;
    private final double[] deviations;

    private Scaler(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * The scaler of a table; the order of its rows does not change a bit of it.
     *
     * @throws IllegalArgumentException if the table has no row
     */
    public static Scaler fit(CountMatrix counts) {
        if (counts.rows() == 0) {
            throw new IllegalArgumentException("found no user, expected at least one to scale the counts");
        }
        int columns = counts.columns().size();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            int[] sorted = sorted(counts, column);
            means[column] = mean(sorted);
            deviations[column] = deviation(sorted, means[column]);
        }
        return new Scaler(means, deviations);
    }

    /**
     * A scaler from its parameters, one pair per column.
     *
     * @throws IllegalArgumentException if they differ in length, are not finite, or a deviation is negative
     */
    public static Scaler of(double[] means, double[] deviations) {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException("found %d means and %d deviations, expected equally many"
                    .formatted(means.length, deviations.length));
        }
        if (!Vectors.finite(means)
                || !Vectors.finite(deviations)
                || Arrays.stream(deviations).anyMatch(d -> d < 0)) {
            throw new IllegalArgumentException("found means %s and deviations %s, expected finite numbers, none below 0"
                    .formatted(Arrays.toString(means), Arrays.toString(deviations)));
        }
        return new Scaler(means.clone(), deviations.clone());
    }

    /** The same scaler with smaller coordinates in some columns, by a factor. */
    Scaler quietened(IntPredicate columns, double times) {
        double[] quiet = deviations.clone();
        for (int column = 0; column < quiet.length; column++) {
            quiet[column] *= columns.test(column) ? times : 1;
        }
        return new Scaler(means, quiet);
    }

    private static int[] sorted(CountMatrix counts, int column) {
        int[] values = new int[counts.rows()];
        Arrays.setAll(values, row -> counts.get(row, column));
        Arrays.sort(values);
        return values;
    }

    private static double mean(int[] sorted) {
        double sum = 0;
        for (int start = 0, end; start < sorted.length; start = end) {
            end = endOfRun(sorted, start);
            sum += (end - start) * StrictMath.log1p(sorted[start]);
        }
        return sum / sorted.length;
    }

    private static double deviation(int[] sorted, double mean) {
        if (sorted[0] == sorted[sorted.length - 1]) {
            return 0;
        }
        double sum = 0;
        for (int start = 0, end; start < sorted.length; start = end) {
            end = endOfRun(sorted, start);
            double difference = StrictMath.log1p(sorted[start]) - mean;
            sum += (end - start) * difference * difference;
        }
        return Math.sqrt(sum / sorted.length);
    }

    private static int endOfRun(int[] sorted, int start) {
        int end = start + 1;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end;
    }

    /** Whether another scaler is the same to the last bit. */
    boolean isSame(Scaler other) {
        return Arrays.equals(means, other.means) && Arrays.equals(deviations, other.deviations);
    }

    /** Number of columns. */
    public int size() {
        return means.length;
    }

    /** The mean logarithm of each column. */
    public double[] means() {
        return means.clone();
    }

    /** The standard deviation of the logarithms of each column, 0 for a constant one. */
    public double[] deviations() {
        return deviations.clone();
    }

    /**
     * The scaled counts of one user.
     *
     * @param counts one per column
     * @throws IllegalArgumentException if the number of counts is wrong
     */
    public double[] transform(int[] counts) {
        if (counts.length != means.length) {
            throw new IllegalArgumentException(
                    "found %d counts, expected %d, one per column".formatted(counts.length, means.length));
        }
        double[] logs = new double[counts.length];
        Arrays.setAll(logs, i -> StrictMath.log1p(counts[i]));
        return scale(logs);
    }

    /** Turns logarithms into scaled coordinates. */
    public double[] scale(double[] logs) {
        double[] scaled = new double[logs.length];
        Arrays.setAll(scaled, i -> deviations[i] == 0 ? 0 : (logs[i] - means[i]) / deviations[i]);
        return scaled;
    }

    /** Turns scaled coordinates back into logarithms. */
    public double[] unscale(double[] scaled) {
        double[] logs = new double[scaled.length];
        Arrays.setAll(logs, i -> means[i] + deviations[i] * scaled[i]);
        return logs;
    }
}
