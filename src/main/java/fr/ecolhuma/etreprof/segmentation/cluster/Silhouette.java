package fr.ecolhuma.etreprof.segmentation.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Measures how much nearer users are to their own segment than to the next one (Rousseeuw, 1987).
 *
 * <p>It takes all distances between points, block by block and column by column, so that the machine computes several at
 * once. Each sum is taken in the order of the points, whatever the number of threads.
 */
public final class Silhouette {

    /** So many points a block that its rows stay in the fastest cache. */
    private static final int BLOCK = 256;

    private final Points points;
    private final double[][] columns;
    private final List<int[]> labelings;

    private Silhouette(Points points, List<int[]> labelings) {
        this.points = points;
        this.columns = points.columns();
        this.labelings = labelings;
    }

    /**
     * The mean of {@code (b - a) / max(a, b)} over all users, from -1 to 1: a is the mean Euclidean distance to the
     * others of the own segment, b to those of the nearest other one. A user alone in a segment, or without any
     * other segment, counts 0.
     *
     * @param points each of as many users as it weighs
     * @param labels the segment of each point
     * @param threads at least 1; makes no difference to the result
     */
    public static double mean(Points points, int[] labels, int threads) {
        return means(points, List.of(labels), threads).getFirst();
    }

    /** The same for several ways to segment the same points, which costs little more than one. */
    public static List<Double> means(Points points, List<int[]> labelings, int threads) {
        Silhouette silhouette = new Silhouette(points, labelings);
        List<Callable<double[]>> blocks = IntStream.iterate(0, from -> from < points.size(), from -> from + BLOCK)
                .<Callable<double[]>>mapToObj(from -> () -> silhouette.block(from))
                .toList();
        double[] sums = new double[labelings.size()];
        for (double[] block : Workers.all(blocks, threads)) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += block[i];
            }
        }
        long users = IntStream.range(0, points.size()).mapToLong(points::weight).sum();
        return IntStream.range(0, sums.length).mapToObj(i -> sums[i] / users).toList();
    }

    /** The sum over the users of a block, one a labeling. */
    private double[] block(int from) {
        Workers.requireNotCancelled();
        int size = Math.min(BLOCK, points.size() - from);
        List<double[][]> distances = labelings.stream()
                .map(labels -> new double[segments(labels)][size])
                .toList();
        double[] apart = new double[size];
        for (int other = 0; other < points.size(); other++) {
            distances(from, other, apart);
            int weight = points.weight(other);
            for (int i = 0; i < labelings.size(); i++) {
                add(distances.get(i)[labelings.get(i)[other]], apart, weight);
            }
        }
        return IntStream.range(0, labelings.size())
                .mapToDouble(i -> sum(from, labelings.get(i), distances.get(i)))
                .toArray();
    }

    private static int segments(int[] labels) {
        return IntStream.of(labels).max().orElse(0) + 1;
    }

    /** The distances of the points of a block to another one. */
    private void distances(int from, int other, double[] apart) {
        Arrays.fill(apart, 0);
        for (int i = 0; i + 1 < columns.length; i += 2) {
            addSquares(columns[i], columns[i + 1], from, other, apart);
        }
        if (columns.length % 2 == 1) {
            addSquares(columns[columns.length - 1], from, other, apart);
        }
        for (int i = 0; i < apart.length; i++) {
            apart[i] = Math.sqrt(apart[i]);
        }
    }

    /** Two columns at once, since reading and writing the sums takes as long as computing them. */
    private static void addSquares(double[] one, double[] two, int from, int other, double[] squares) {
        double ofOne = one[other];
        double ofTwo = two[other];
        for (int i = 0; i < squares.length; i++) {
            double first = one[from + i] - ofOne;
            double second = two[from + i] - ofTwo;
            squares[i] += first * first + second * second;
        }
    }

    private static void addSquares(double[] column, int from, int other, double[] squares) {
        double ofOther = column[other];
        for (int i = 0; i < squares.length; i++) {
            double difference = column[from + i] - ofOther;
            squares[i] += difference * difference;
        }
    }

    private static void add(double[] sums, double[] apart, int weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * apart[i];
        }
    }

    private double sum(int from, int[] labels, double[][] distances) {
        long[] sizes = new long[distances.length];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]] += points.weight(i);
        }
        double sum = 0;
        for (int i = 0; i < distances[0].length; i++) {
            sum += points.weight(from + i) * of(labels[from + i], distances, i, sizes);
        }
        return sum;
    }

    private static double of(int own, double[][] distances, int point, long[] sizes) {
        double other = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < sizes.length; segment++) {
            if (segment != own && sizes[segment] > 0) {
                other = Math.min(other, distances[segment][point] / sizes[segment]);
            }
        }
        if (sizes[own] == 1 || other == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double within = distances[own][point] / (sizes[own] - 1);
        double larger = Math.max(within, other);
        return larger == 0 ? 0 : (other - within) / larger;
    }
}
