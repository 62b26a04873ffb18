package fr.ecolhuma.etreprof.segmentation.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import smile.clustering.CentroidClustering;

/**
 * The segments as a value: columns, scaler and one centroid per segment, in segment order.
 *
 * <p>A user belongs to the nearest centroid by Euclidean distance in scaled space; of equally near ones, to the lowest
 * id. It holds no data of the users on whom it was trained.
 */
public final class SegmentModel {

    private final List<String> columns;
    private final Scaler scaler;
    private final CentroidClustering<double[], double[]> clustering;

    private SegmentModel(List<String> columns, Scaler scaler, double[][] centroids) {
        this.columns = columns;
        this.scaler = scaler;
        this.clustering =
                new CentroidClustering<>("K-Means", centroids, Vectors::squaredDistance, new int[0], new double[0]);
    }

    /**
     * A model from its parameters.
     *
     * @param columns names of the counts, in order
     * @param scaler over the same columns
     * @param centroids {@code k × columns} scaled coordinates, in segment order
     * @throws IllegalArgumentException if dimensions disagree or a coordinate is not finite
     */
    public static SegmentModel of(List<String> columns, Scaler scaler, double[][] centroids) {
        require(
                !columns.isEmpty() && new HashSet<>(columns).size() == columns.size(),
                "columns " + columns,
                "at least one, each name once");
        require(
                scaler.size() == columns.size(),
                "a scaler of %d columns".formatted(scaler.size()),
                "%d as in the model".formatted(columns.size()));
        require(
                centroids.length >= 1 && centroids.length <= Byte.MAX_VALUE,
                centroids.length + " centroids",
                "1 to " + Byte.MAX_VALUE);
        for (int id = 0; id < centroids.length; id++) {
            require(
                    centroids[id].length == columns.size(),
                    "%d coordinates in centroid %d".formatted(centroids[id].length, id),
                    "" + columns.size());
            require(
                    Vectors.finite(centroids[id]),
                    "centroid %d = %s".formatted(id, Arrays.toString(centroids[id])),
                    "finite coordinates");
        }
        return new SegmentModel(
                List.copyOf(columns),
                scaler,
                Arrays.stream(centroids).map(double[]::clone).toArray(double[][]::new));
    }

    private static void require(boolean holds, String found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("found %s, expected %s".formatted(found, expected));
        }
    }

    /** Names of the counts, in order. */
    public List<String> columns() {
        return columns;
    }

    /** The scaler of the counts. */
    public Scaler scaler() {
        return scaler;
    }

    /** Number of segments. */
    public int k() {
        return clustering.k();
    }

    /** A copy of a segment's centroid, in scaled space. */
    public double[] centroid(int segment) {
        return clustering.center(segment).clone();
    }

    /** A copy of all centroids, in scaled space and in segment order. */
    public double[][] centroids() {
        return IntStream.range(0, k()).mapToObj(this::centroid).toArray(double[][]::new);
    }

    /**
     * The centroids in the scaled space of another model's counts, which are the same columns.
     *
     * <p>In the space of an equal scaler they are what they are, to the last bit.
     */
    public double[][] centroidsBy(Scaler other) {
        return scaler.isSame(other)
                ? centroids()
                : Arrays.stream(centroids())
                        .map(scaler::unscale)
                        .map(other::scale)
                        .toArray(double[][]::new);
    }

    /** Whether another model is the same to the last bit. */
    public boolean isSame(SegmentModel other) {
        return columns.equals(other.columns)
                && scaler.isSame(other.scaler)
                && Arrays.deepEquals(centroids(), other.centroids());
    }

    /** A segment's centroid as counts: the geometric mean of {@code 1 + count}, less 1. */
    public double[] centroidCounts(int segment) {
        return Arrays.stream(scaler.unscale(clustering.center(segment)))
                .map(StrictMath::expm1)
                .toArray();
    }

    /**
     * The segment of a user.
     *
     * @param counts one per column
     * @throws IllegalArgumentException if the number of counts is wrong
     */
    public int segmentOf(int[] counts) {
        return clustering.predict(scaler.transform(counts));
    }

    /**
     * The Euclidean distance of a user to every centroid in scaled space, in segment order.
     *
     * @param counts one per column
     * @throws IllegalArgumentException if the number of counts is wrong
     */
    public double[] distances(int[] counts) {
        double[] scaled = scaler.transform(counts);
        return IntStream.range(0, k())
                .mapToDouble(segment -> Vectors.distance(clustering.center(segment), scaled))
                .toArray();
    }

    /** The same model with its segments in another order: the new segment i is the old {@code order.get(i)}. */
    public SegmentModel reordered(List<Integer> order) {
        return of(columns, scaler, order.stream().map(this::centroid).toArray(double[][]::new));
    }
}
