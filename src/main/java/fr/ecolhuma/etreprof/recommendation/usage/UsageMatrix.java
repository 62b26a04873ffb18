package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The uses, each pair once: compressed rows, users by items.
 *
 * <p>Entries of user row {@code u} are {@code start(u)} to {@code end(u) - 1}, ascending by item.
 */
public final class UsageMatrix {

    private final int items;
    private final int[] starts;
    private final int[] entries;
    private final long[] times;

    /** A matrix over arrays that the caller must not use afterwards; {@code times} is empty when times are unknown. */
    UsageMatrix(int items, int[] starts, int[] entries, long[] times) {
        this.items = items;
        this.starts = starts;
        this.entries = entries;
        this.times = times;
    }

    /**
     * The pairs of a table, each with the time of its last use.
     *
     * @param contents the number of contents in the catalogue, used or not
     */
    public static UsageMatrix of(InteractionTable table, int contents) {
        int[] starts = new int[table.users() + 1];
        int[] entries = new int[table.entries()];
        long[] times = new long[entries.length];
        for (int user = 0; user < table.users(); user++) {
            starts[user + 1] = table.end(user);
        }
        for (int entry = 0; entry < entries.length; entry++) {
            entries[entry] = table.content(entry);
            times[entry] = table.lastSecond(entry);
        }
        return new UsageMatrix(contents, starts, entries, times);
    }

    /** Number of user rows. */
    public int users() {
        return starts.length - 1;
    }

    /** Number of items; entries are 0 to {@code items() - 1}. */
    public int items() {
        return items;
    }

    /** Number of pairs of a user and an item. */
    public int pairs() {
        return entries.length;
    }

    /** The first entry of a user row. */
    public int start(int user) {
        return starts[user];
    }

    /** The entry after the last one of a user row. */
    public int end(int user) {
        return starts[user + 1];
    }

    /** The number of different items that a user used. */
    public int size(int user) {
        return starts[user + 1] - starts[user];
    }

    /** The item of an entry. */
    public int item(int entry) {
        return entries[entry];
    }

    /** Whether a user used an item. */
    public boolean has(int user, int item) {
        return Arrays.binarySearch(entries, start(user), end(user), item) >= 0;
    }

    /** The time of the user's last use, larger is later; 0 when times are unknown. */
    public long time(int entry) {
        return times.length == 0 ? 0 : times[entry];
    }

    /** The time of the last use of all; the smallest number when times are unknown. */
    public long last() {
        return Arrays.stream(times).max().orElse(Long.MIN_VALUE);
    }

    /** Whether the times of uses are known. */
    public boolean hasTimes() {
        return times.length > 0;
    }

    /**
     * The same without the surplus of users with very many uses, such as robots: it keeps the latest pairs of each
     * user, among equally late ones those of the lower items.
     *
     * @param most the most pairs kept per user, at least 1
     */
    public UsageMatrix capped(int most) {
        UsagePairs kept = new UsagePairs(hasTimes());
        for (int user = 0; user < users(); user++) {
            int[] ordered = size(user) <= most ? entries(user) : Recency.newestFirst(this, user);
            for (int i = 0; i < Math.min(most, ordered.length); i++) {
                kept.add(user, item(ordered[i]), time(ordered[i]));
            }
        }
        return kept.matrix(users(), items);
    }

    /**
     * The pairs of some items, without their times.
     *
     * @param chosen the items, ascending; they are numbered by their places in it
     */
    public UsageMatrix ofItems(int[] chosen) {
        int[] places = new int[items];
        Arrays.fill(places, -1);
        for (int place = 0; place < chosen.length; place++) {
            places[chosen[place]] = place;
        }
        UsagePairs pairs = new UsagePairs(false);
        for (int user = 0; user < users(); user++) {
            for (int entry = start(user); entry < end(user); entry++) {
                if (places[item(entry)] >= 0) {
                    pairs.add(user, places[item(entry)], 0);
                }
            }
        }
        return pairs.matrix(users(), chosen.length);
    }

    /** Decides which entries to keep. */
    public interface Choice {

        boolean keeps(int user, int entry);
    }

    /** The same with some of the entries; users and items are numbered as before. */
    public UsageMatrix part(Choice choice) {
        UsagePairs pairs = new UsagePairs(hasTimes());
        for (int user = 0; user < users(); user++) {
            for (int entry = start(user); entry < end(user); entry++) {
                if (choice.keeps(user, entry)) {
                    pairs.add(user, item(entry), time(entry));
                }
            }
        }
        return pairs.matrix(users(), items);
    }

    /** The entries of a user. */
    int[] entries(int user) {
        return IntStream.range(start(user), end(user)).toArray();
    }

    /** The items of a user, ascending. */
    public int[] itemsOf(int user) {
        return Arrays.copyOfRange(entries, start(user), end(user));
    }
}
