package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who went from which segment to which between two versions. */
public final class SegmentMoves {

    /** How many users went from one segment to another, or stayed. */
    public record Flow(int from, int to, int users) {}

    /**
     * A user who moved.
     *
     * @param distance how much farther the old segment's centroid is now than the new one's, in standard deviations
     * @param because the features that speak most for the move
     */
    public record Case(long userId, int from, int to, double distance, List<Feature> because) {

        public Case {
            because = List.copyOf(because);
        }
    }

    /** A count, before and after. */
    public record Feature(String feature, int before, int after) {}

    /** The rows of a user who moved, and how clearly. */
    private record Move(int old, int now, double distance) {}

    private static final int FEATURES = 3;
    private static final double DECIMALS = 10_000;

    private final SegmentedUsers before;
    private final SegmentedUsers after;
    private final UserMoves counts;
    private final List<int[]> movedRows = new ArrayList<>();

    private SegmentMoves(SegmentedUsers before, SegmentedUsers after) {
        this.before = before;
        this.after = after;
        this.counts = UserMoves.between(
                before.users(), after.users(), after.segments().k(), this::known);
    }

    /** The moves between two versions with as many segments. */
    public static SegmentMoves between(SegmentedUsers before, SegmentedUsers after) {
        return new SegmentMoves(before, after);
    }

    private void known(int old, int now) {
        if (before.users().segment(old) != after.users().segment(now)) {
            movedRows.add(new int[] {old, now});
        }
    }

    /** Every pair of segments, from the first to the last, stayers too. */
    public List<Flow> flows() {
        return IntStream.range(0, counts.segments())
                .boxed()
                .flatMap(from -> IntStream.range(0, counts.segments())
                        .mapToObj(to -> new Flow(from, to, counts.count(from, to))))
                .toList();
    }

    /** Users known to both whose segment is another. */
    public int moved() {
        return movedRows.size();
    }

    /** Users whom only the later version knows. */
    public int newcomers() {
        return counts.newcomers();
    }

    /** Users whom only the earlier version knows. */
    public int leavers() {
        return counts.leavers();
    }

    /** The clearest moves, clearest first; of equally clear ones the lower ids. Only these are explained. */
    public List<Case> strongest(int most) {
        return movedRows.stream()
                .map(rows -> new Move(rows[0], rows[1], distance(rows[0], rows[1])))
                .sorted(Comparator.comparingDouble((Move one) -> -one.distance())
                        .thenComparingLong(one -> after.users().id(one.now())))
                .limit(most)
                .map(this::explained)
                .toList();
    }

    private double distance(int old, int now) {
        double[] distances = after.segments().distances(after.users().counts().row(now));
        double apart =
                distances[before.users().segment(old)] - distances[after.users().segment(now)];
        return Math.round(apart * DECIMALS) / DECIMALS;
    }

    /** Why the user of two rows is in another segment. */
    private Case explained(Move move) {
        int from = before.users().segment(move.old());
        int to = after.users().segment(move.now());
        return new Case(
                after.users().id(move.now()), from, to, move.distance(), because(move.old(), move.now(), from, to));
    }

    private List<Feature> because(int old, int now, int from, int to) {
        SegmentModel model = after.segments();
        CountMatrix counted = after.users().counts();
        double[] scaled = model.scaler().transform(counted.row(now));
        double[] source = model.centroid(from);
        double[] target = model.centroid(to);
        return IntStream.range(0, scaled.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        column -> squared(scaled[column] - target[column]) - squared(scaled[column] - source[column])))
                .limit(FEATURES)
                .map(column -> feature(old, now, model.columns().get(column), column))
                .toList();
    }

    private Feature feature(int old, int now, String name, int column) {
        int earlier = before.users().counts().columns().indexOf(name);
        return new Feature(
                name,
                earlier < 0 ? 0 : before.users().counts().get(old, earlier),
                after.users().counts().get(now, column));
    }

    private static double squared(double value) {
        return value * value;
    }
}
