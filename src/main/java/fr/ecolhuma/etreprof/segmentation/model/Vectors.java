package fr.ecolhuma.etreprof.segmentation.model;

/** Arithmetic on vectors of equal length, in a fixed order of summation. */
public final class Vectors {

    private Vectors() {}

    public static double squaredDistance(double[] a, double[] b) {
        return squaredDistance(a, 0, b, 0, a.length);
    }

    public static double distance(double[] a, double[] b) {
        return Math.sqrt(squaredDistance(a, b));
    }

    /** The squared Euclidean distance of two vectors inside flat arrays. */
    public static double squaredDistance(double[] a, int startA, double[] b, int startB, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double difference = a[startA + i] - b[startB + i];
            sum += difference * difference;
        }
        return sum;
    }

    static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
