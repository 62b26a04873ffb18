package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Weighted points in one flat array, shared by the restarts of the search, which only read it. */
public final class Points {

    private final double[] coordinates;
    private final int[] weights;
    private final int dimension;

    /**
     * Points over row-major coordinates and one positive weight per point; the caller must not use the arrays
     * afterwards.
     */
    public Points(double[] coordinates, int[] weights, int dimension) {
        this.coordinates = coordinates;
        this.weights = weights;
        this.dimension = dimension;
    }

    public int size() {
        return weights.length;
    }

    int dimension() {
        return dimension;
    }

    public int weight(int point) {
        return weights[point];
    }

    /** A copy of a point's coordinates. */
    public double[] get(int point) {
        return Arrays.copyOfRange(coordinates, point * dimension, (point + 1) * dimension);
    }

    /** A copy of the coordinates, column by column. */
    double[][] columns() {
        double[][] columns = new double[dimension][size()];
        for (int i = 0; i < coordinates.length; i++) {
            columns[i % dimension][i / dimension] = coordinates[i];
        }
        return columns;
    }

    double squaredDistance(int point, double[] to) {
        return Vectors.squaredDistance(coordinates, point * dimension, to, 0, dimension);
    }

    /** Adds a multiple of a point to a sum. */
    void addTo(double[] sum, int point, double factor) {
        int start = point * dimension;
        for (int i = 0; i < dimension; i++) {
            sum[i] += factor * coordinates[start + i];
        }
    }

    /** The nearest centroid to each point, among equally near ones the first. */
    public int[] nearest(double[][] centroids) {
        int[] nearest = new int[size()];
        for (int point = 0; point < nearest.length; point++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centroids.length; c++) {
                double distance = squaredDistance(point, centroids[c]);
                if (distance < least) {
                    least = distance;
                    nearest[point] = c;
                }
            }
        }
        return nearest;
    }

    /** The same points with other weights, one per point; points with the weight 0 are left out. */
    public Points reweighted(int[] otherWeights) {
        int[] kept = IntStream.range(0, size()).filter(i -> otherWeights[i] > 0).toArray();
        double[] keptCoordinates = new double[kept.length * dimension];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(coordinates, kept[i] * dimension, keptCoordinates, i * dimension, dimension);
        }
        return new Points(
                keptCoordinates, Arrays.stream(kept).map(i -> otherWeights[i]).toArray(), dimension);
    }
}
