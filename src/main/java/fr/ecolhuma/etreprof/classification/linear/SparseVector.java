package fr.ecolhuma.etreprof.classification.linear;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A document as numbers: its features, each once, and their values; immutable. */
public final class SparseVector {

    private final int[] features;
    private final float[] values;
    private final double squaredNorm;

    SparseVector(int[] features, float[] values) {
        this.features = features;
        this.values = values;
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        this.squaredNorm = sum;
    }

    /** The same document with its features in ascending order. */
    public SparseVector ascending() {
        long[] keys = ascending(features);
        int[] sorted = new int[keys.length];
        float[] moved = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) (keys[i] >>> Integer.SIZE);
            moved[i] = values[(int) keys[i]];
        }
        return new SparseVector(sorted, moved);
    }

    /** The same document without the features that a test names. */
    SparseVector without(IntPredicate left) {
        int[] kept = IntStream.range(0, features.length)
                .filter(i -> !left.test(features[i]))
                .toArray();
        int[] rest = new int[kept.length];
        float[] numbers = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            rest[i] = features[kept[i]];
            numbers[i] = values[kept[i]];
        }
        return new SparseVector(rest, numbers);
    }

    /**
     * The features other than -1 in ascending order, as keys: the upper half is the feature, the lower half its place.
     */
    static long[] ascending(int[] features) {
        long[] keys = new long[features.length];
        int size = 0;
        for (int i = 0; i < features.length; i++) {
            if (features[i] >= 0) {
                keys[size++] = ((long) features[i] << Integer.SIZE) | i;
            }
        }
        Arrays.sort(keys, 0, size);
        return Arrays.copyOf(keys, size);
    }

    /** The number of the document's features. */
    public int size() {
        return features.length;
    }

    /** The number of the feature at a place, from 0. */
    public int feature(int place) {
        return features[place];
    }

    /** The weight of the feature at a place. */
    public float value(int place) {
        return values[place];
    }

    public double dot(float[] weights) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += (double) weights[features[i]] * values[i];
        }
        return sum;
    }

    void addTo(float[] weights, double factor) {
        for (int i = 0; i < features.length; i++) {
            weights[features[i]] += (float) (factor * values[i]);
        }
    }

    /** The square of the vector's length; 0 without features. */
    public double squaredNorm() {
        return squaredNorm;
    }
}
