package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.explain.NearestChange.Change;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Searches the nearest counts that belong to another segment.
 *
 * <p>Along one column the difference of the squared distances to two centroids is linear, so the place where it becomes
 * 0 is known without a search. Counts are whole, and rounding may be off by one: the model decides.
 */
final class ChangeSearch {

    /** The highest value of a changed count, in standard deviations; hardly any user is above it. */
    private static final double HIGHEST = 3;

    private static final int ROUNDING_STEPS = 3;

    private final SegmentModel model;
    private final int[] counts;
    private final double[] point;
    private final double[] distances;
    private final int own;

    ChangeSearch(SegmentModel model, int[] counts) {
        this.model = model;
        this.counts = counts.clone();
        this.point = model.scaler().transform(counts);
        this.distances = model.distances(counts);
        this.own = model.segmentOf(counts);
    }

    Optional<NearestChange> nearest() {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(this::alone)
                .min(Comparator.comparingDouble(NearestChange::distance))
                .or(this::together);
    }

    private Stream<NearestChange> alone(int column) {
        return others().flatMap(other -> crossing(column, other).stream());
    }

    private Stream<Integer> others() {
        return IntStream.range(0, model.k()).filter(segment -> segment != own).boxed();
    }

    /** The value that one column alone needs for another centroid to be nearer than the own one. */
    private Optional<NearestChange> crossing(int column, int other) {
        double slope = model.centroid(other)[column] - model.centroid(own)[column];
        double deviation = model.scaler().deviations()[column];
        if (slope == 0 || deviation == 0) {
            return Optional.empty();
        }
        double gap = square(distances[other]) - square(distances[own]);
        double border =
                StrictMath.expm1(model.scaler().means()[column] + deviation * (point[column] + gap / 2 / slope));
        long direction = slope > 0 ? 1 : -1;
        long first = direction * Math.max(direction * counts[column] + 1, (long) Math.floor(direction * border));
        return LongStream.iterate(first, count -> count + direction)
                .limit(ROUNDING_STEPS)
                .filter(count -> count >= 0 && count <= highest(column))
                .mapToObj(count -> changed(column, (int) count))
                .filter(this::isElsewhere)
                .findFirst()
                .map(this::change);
    }

    /**
     * The greatest count that a change may ask for: the highest of a rare value, a usual value of some segment, and the
     * present value.
     */
    private long highest(int column) {
        double usual = HIGHEST;
        for (int segment = 0; segment < model.k(); segment++) {
            usual = Math.max(usual, model.centroid(segment)[column]);
        }
        double log = model.scaler().means()[column] + model.scaler().deviations()[column] * usual;
        double most = Math.min(Math.ceil(StrictMath.expm1(log)), Integer.MAX_VALUE);
        return Math.max(counts[column], (long) most);
    }

    private int[] changed(int column, int count) {
        int[] changed = counts.clone();
        changed[column] = count;
        return changed;
    }

    private boolean isElsewhere(int[] changed) {
        return model.segmentOf(changed) != own;
    }

    /**
     * Moves columns to the centroid of the next best segment, the one with the greatest effect first, until they are
     * enough.
     */
    private Optional<NearestChange> together() {
        Optional<Integer> second = others().min(Comparator.comparingDouble(segment -> distances[segment]));
        if (second.isEmpty()) {
            return Optional.empty();
        }
        int[] changed = counts.clone();
        for (int column : byGain(second.get())) {
            changed[column] = target(second.get(), column);
            if (isElsewhere(changed)) {
                shrink(changed);
                return Optional.of(change(changed));
            }
        }
        return Optional.empty();
    }

    private List<Integer> byGain(int other) {
        double[] near = model.centroid(own);
        double[] far = model.centroid(other);
        int[] targets = IntStream.range(0, counts.length)
                .map(column -> target(other, column))
                .toArray();
        double[] goal = model.scaler().transform(targets);
        return IntStream.range(0, counts.length)
                .boxed()
                .filter(j -> (goal[j] - point[j]) * (far[j] - near[j]) > 0)
                .sorted(Comparator.comparingDouble((Integer j) -> -(goal[j] - point[j]) * (far[j] - near[j])))
                .toList();
    }

    private int target(int segment, int column) {
        return (int) Math.clamp(Math.round(model.centroidCounts(segment)[column]), 0L, Integer.MAX_VALUE);
    }

    /** Moves every column back as far as the other changes are still enough. */
    private void shrink(int[] changed) {
        for (int column = 0; column < changed.length; column++) {
            int enough = changed[column];
            int needless = counts[column];
            changed[column] = needless;
            if (isElsewhere(changed)) {
                continue;
            }
            while (Math.abs((long) enough - needless) > 1) {
                changed[column] = (int) (((long) enough + needless) / 2);
                if (isElsewhere(changed)) {
                    enough = changed[column];
                } else {
                    needless = changed[column];
                }
            }
            changed[column] = enough;
        }
    }

    private NearestChange change(int[] changed) {
        List<Change> changes = IntStream.range(0, counts.length)
                .filter(column -> changed[column] != counts[column])
                .mapToObj(column -> new Change(model.columns().get(column), counts[column], changed[column]))
                .toList();
        double distance = Vectors.distance(point, model.scaler().transform(changed));
        return new NearestChange(model.segmentOf(changed), changes, distance);
    }

    private static double square(double x) {
        return x * x;
    }
}
