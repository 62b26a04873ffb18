package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Every user by id, in flat arrays: 200,000 users take 4 MB beside their counts (11 MB), and a lookup is a binary
 * search.
 */
public final class UserIndex {

    static final int UNKNOWN = Integer.MIN_VALUE;

    private final long[] ids;
    private final byte[] segments;
    private final byte[] degres;
    private final byte[] levels;
    private final int[] anciennetes;
    private final int[] academies;
    private final List<String> academieNames;
    private final CountMatrix counts;

    UserIndex(UserIndexBuilder built) {
        int size = built.size();
        ids = Arrays.copyOf(built.ids, size);
        segments = Arrays.copyOf(built.segments, size);
        degres = Arrays.copyOf(built.degres, size);
        levels = Arrays.copyOf(built.levels, size);
        anciennetes = Arrays.copyOf(built.anciennetes, size);
        academies = Arrays.copyOf(built.academies, size);
        academieNames = List.copyOf(built.academieNames);
        int cells = size * built.columns.size();
        // by far the largest array: not copied when the builder had exactly this room
        counts = CountMatrix.of(
                built.columns, cells == built.counts.length ? built.counts : Arrays.copyOf(built.counts, cells));
    }

    /** Number of users. */
    public int size() {
        return ids.length;
    }

    /** The row of a user, or empty when the id is unknown. */
    public OptionalInt rowOf(long id) {
        int row = Arrays.binarySearch(ids, id);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** The id of the user at a row; ascending. */
    public long id(int row) {
        return ids[row];
    }

    /** The segment of the user at a row. */
    public int segment(int row) {
        return segments[row];
    }

    /** Number of users of each segment, in id order. */
    public List<Integer> sizes(int segmentCount) {
        int[] sizes = new int[segmentCount];
        for (byte segment : segments) {
            sizes[segment]++;
        }
        return Arrays.stream(sizes).boxed().toList();
    }

    /** The degré: 1 primary, 2 secondary, 3 trainer, 0 when no level is known. */
    public int degre(int row) {
        return degres[row];
    }

    /** The stages taught. */
    public TaughtLevels levels(int row) {
        return new TaughtLevels(levels[row]);
    }

    /** Years of teaching at the as-of date, or null when unknown. */
    public @Nullable Integer anciennete(int row) {
        return anciennetes[row] == UNKNOWN ? null : (Integer) anciennetes[row];
    }

    /** The académie, or null when unknown. */
    public @Nullable String academie(int row) {
        return academies[row] == UNKNOWN ? null : academieNames.get(academies[row]);
    }

    /** The index without the users of some rows. */
    public UserIndex without(IntPredicate gone) {
        UserIndexBuilder left = new UserIndexBuilder(counts.columns());
        for (int row = 0; row < size(); row++) {
            if (!gone.test(row)) {
                left.add(
                        id(row),
                        segment(row),
                        degre(row),
                        levels(row),
                        anciennete(row),
                        academie(row),
                        counts.row(row));
            }
        }
        return left.build();
    }

    /** The behaviour counts, one row per user. */
    public CountMatrix counts() {
        return counts;
    }
}
