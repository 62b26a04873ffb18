package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.Cause;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.CountChange;
import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The users who moved from one segment to another between two versions. */
public final class SegmentMoves {

    /** The number of users who went from one segment to another, or stayed. */
    public record Flow(int from, int to, int users) {}

    /**
     * A user who moved.
     *
     * @param distance how much farther the centroid of the segment left is now than that of the segment entered, in
     *     standard deviations of the scaled counts
     * @param cause as {@link MoveExplanation} states it; null in the answer of a dry run that is older than causes
     * @param because as {@link MoveExplanation} states it
     */
    public record Case(
            long userId,
            int from,
            int to,
            double distance,
            @Nullable Cause cause,
            List<CountChange> because) {

        public Case {
            because = List.copyOf(because);
        }
    }

    /** The rows of a user who moved, and the clearness of the move. */
    private record Move(int old, int now, double distance) {}

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

    /** The moves between two versions with equally many segments. */
    public static SegmentMoves between(SegmentedUsers before, SegmentedUsers after) {
        return new SegmentMoves(before, after);
    }

    private void known(int old, int now) {
        if (before.users().segment(old) != after.users().segment(now)) {
            movedRows.add(new int[] {old, now});
        }
    }

    /** Every pair of segments, including users who stayed. */
    public List<Flow> flows() {
        return IntStream.range(0, counts.segments())
                .boxed()
                .flatMap(from -> IntStream.range(0, counts.segments())
                        .mapToObj(to -> new Flow(from, to, counts.count(from, to))))
                .toList();
    }

    /** Users known to both versions whose segment differs. */
    public int moved() {
        return movedRows.size();
    }

    /** Users known only to the later version. */
    public int newcomers() {
        return counts.newcomers();
    }

    /** Users known only to the earlier version. */
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

    private Case explained(Move move) {
        Placement then = before.placement(move.old());
        Placement now = after.placement(move.now());
        MoveExplanation explanation = MoveExplanation.of(then, now);
        return new Case(
                after.users().id(move.now()),
                then.segment(),
                now.segment(),
                move.distance(),
                explanation.cause(),
                explanation.because());
    }
}
