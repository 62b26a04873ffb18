package fr.ecolhuma.etreprof.tables;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The uses of each user: the contents, the number of uses and the last use. Compressed rows, users by contents.
 *
 * <p>Entries of user row {@code u} are {@code start(u)} to {@code end(u) - 1}, ascending by content.
 */
public final class InteractionTable {

    private final int[] starts;
    private final int[] contents;
    private final int[] uses;
    private final long[] lastSeconds;

    private InteractionTable(int[] starts, int[] contents, int[] uses, long[] lastSeconds) {
        this.starts = starts;
        this.contents = contents;
        this.uses = uses;
        this.lastSeconds = lastSeconds;
    }

    /**
     * A table over arrays; the caller must not use them afterwards.
     *
     * @param starts one entry per user row and one more, ascending from 0
     * @param contents rows in the list of contents
     * @param uses how often, at least 1
     * @param lastSeconds the last use, seconds since 1970 UTC
     * @throws IllegalArgumentException if the lengths do not agree, or the contents of a user do not ascend
     */
    public static InteractionTable of(int[] starts, int[] contents, int[] uses, long[] lastSeconds) {
        int entries = starts[starts.length - 1];
        if (contents.length != entries || uses.length != entries || lastSeconds.length != entries) {
            throw new IllegalArgumentException("found %d contents, %d uses and %d dates, expected %d of each"
                    .formatted(contents.length, uses.length, lastSeconds.length, entries));
        }
        for (int user = 0; user + 1 < starts.length; user++) {
            requireAscending(contents, starts[user], starts[user + 1]);
        }
        return new InteractionTable(starts, contents, uses, lastSeconds);
    }

    private static void requireAscending(int[] contents, int start, int end) {
        for (int entry = start + 1; entry < end; entry++) {
            if (contents[entry] <= contents[entry - 1]) {
                throw new IllegalArgumentException("found content %d after %d, expected those of a user to ascend"
                        .formatted(contents[entry], contents[entry - 1]));
            }
        }
    }

    /** Number of user rows. */
    public int users() {
        return starts.length - 1;
    }

    /** Number of pairs of a user and a content. */
    public int entries() {
        return contents.length;
    }

    /** The first entry of a user row. */
    public int start(int user) {
        return starts[user];
    }

    /** The entry after the last one of a user row. */
    public int end(int user) {
        return starts[user + 1];
    }

    /** The content row of an entry. */
    public int content(int entry) {
        return contents[entry];
    }

    /** The number of the user's uses. */
    public int uses(int entry) {
        return uses[entry];
    }

    /** The time of the user's last use, in seconds since 1970 UTC. */
    public long lastSecond(int entry) {
        return lastSeconds[entry];
    }

    /** The table without some user rows; later rows move up. */
    public InteractionTable without(IntPredicate gone) {
        int[] rows = IntStream.range(0, users()).filter(gone.negate()).toArray();
        int[] left = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            left[i + 1] = left[i] + end(rows[i]) - start(rows[i]);
        }
        int[] leftContents = new int[left[rows.length]];
        int[] leftUses = new int[left[rows.length]];
        long[] leftSeconds = new long[left[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            int length = left[i + 1] - left[i];
            System.arraycopy(contents, start(rows[i]), leftContents, left[i], length);
            System.arraycopy(uses, start(rows[i]), leftUses, left[i], length);
            System.arraycopy(lastSeconds, start(rows[i]), leftSeconds, left[i], length);
        }
        return new InteractionTable(left, leftContents, leftUses, leftSeconds);
    }
}
