package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.Arrays;

/**
 * The number of users by segment before and segment after, and of users who came or left. One pass over both lists of
 * ids, which ascend.
 */
public final class UserMoves {

    /** Receives the two rows of each user whom both versions know. */
    interface Known {

        void user(int before, int after);
    }

    private final int[][] pairs;

    private UserMoves(int[][] pairs) {
        this.pairs = pairs;
    }

    /**
     * The moves between two sets of users.
     *
     * @param segments the number of segments, the same before and after
     */
    public static UserMoves between(UserIndex before, UserIndex after, int segments) {
        return between(before, after, segments, (old, now) -> {});
    }

    static UserMoves between(UserIndex before, UserIndex after, int segments, Known known) {
        int[][] pairs = new int[segments + 1][segments + 1];
        int from = 0;
        int to = 0;
        while (from < before.size() || to < after.size()) {
            boolean hasFrom = from < before.size();
            boolean hasTo = to < after.size();
            boolean leaves = hasFrom && (!hasTo || before.id(from) < after.id(to));
            boolean comes = hasTo && (!hasFrom || after.id(to) < before.id(from));
            pairs[comes ? segments : before.segment(from)][leaves ? segments : after.segment(to)]++;
            if (!comes && !leaves) {
                known.user(from, to);
            }
            from += comes ? 0 : 1;
            to += leaves ? 0 : 1;
        }
        return new UserMoves(pairs);
    }

    /** Number of segments, which is also the row of those who came and the column of those who left. */
    public int segments() {
        return pairs.length - 1;
    }

    /** Users known only to the later version. */
    public int newcomers() {
        return Arrays.stream(pairs[segments()]).sum();
    }

    /** Users known only to the earlier version. */
    public int leavers() {
        return Arrays.stream(pairs).mapToInt(row -> row[segments()]).sum();
    }

    /** Users of a segment before and a segment after. */
    public int count(int before, int after) {
        return pairs[before][after];
    }
}
