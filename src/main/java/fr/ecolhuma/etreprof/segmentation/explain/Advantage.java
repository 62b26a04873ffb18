package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The advantage of one segment over another for given counts, count by count: the one formula behind every explanation.
 *
 * <p>Let z be the scaled counts, n the centroid of the one segment and f that of the other. The difference of the
 * squared distances is a sum over the counts:
 *
 * <pre>{@code d²(f) − d²(n) = Σ aⱼ   with   aⱼ = (zⱼ − fⱼ)² − (zⱼ − nⱼ)²}</pre>
 *
 * The one segment is nearer when the sum is above 0, and aⱼ is the part of count j in the sum.
 *
 * <p>When the counts change from z to z', the squares of zⱼ, fⱼ and nⱼ cancel out, and the change of the sum is again a
 * sum over the counts:
 *
 * <pre>{@code a'ⱼ − aⱼ = 2 (z'ⱼ − zⱼ) (nⱼ − fⱼ)}</pre>
 *
 * This effect of a changed count is 0 if the count has not changed, and above 0 if it moved from the other centroid
 * towards the one. It is the greater, the farther the count moved and the farther apart the two centroids are.
 */
final class Advantage {

    private final double[] parts;

    private Advantage(double[] parts) {
        this.parts = parts;
    }

    /**
     * The advantage of one segment over another.
     *
     * @param counts one per column of the model
     * @throws IllegalArgumentException if the number of counts is wrong
     */
    static Advantage of(SegmentModel model, int[] counts, int segment, int other) {
        double[] scaled = model.scaler().transform(counts);
        double[] near = model.centroid(segment);
        double[] far = model.centroid(other);
        double[] parts = new double[scaled.length];
        Arrays.setAll(parts, j -> squared(scaled[j] - far[j]) - squared(scaled[j] - near[j]));
        return new Advantage(parts);
    }

    private static double squared(double value) {
        return value * value;
    }

    /** The effect of each count on the change from an earlier advantage of the same segments. */
    Advantage since(Advantage earlier) {
        double[] effects = new double[parts.length];
        Arrays.setAll(effects, j -> parts[j] - earlier.parts[j]);
        return new Advantage(effects);
    }

    /** The sum over all counts. */
    double total() {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    /** The part of a count. */
    double part(int column) {
        return parts[column];
    }

    /** The columns with a part above 0, the greatest part first; among equals the first column. */
    List<Integer> greatest(int most) {
        return IntStream.range(0, parts.length)
                .filter(column -> part(column) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> -part(column)))
                .limit(most)
                .toList();
    }
}
