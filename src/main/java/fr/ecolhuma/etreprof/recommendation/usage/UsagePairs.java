package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.Arrays;

/** Gathers rows of a user, an item and optionally a time, in any order and with repeats. */
public final class UsagePairs {

    private static final int FIRST_ROOM = 1024;

    private final boolean timed;
    private int[] users = new int[FIRST_ROOM];
    private int[] items = new int[FIRST_ROOM];
    private long[] times;
    private int size;

    public UsagePairs(boolean timed) {
        this.timed = timed;
        this.times = new long[timed ? FIRST_ROOM : 0];
    }

    public void add(int user, int item, long time) {
        if (size == users.length) {
            int room = Math.addExact(size, size / 2);
            users = Arrays.copyOf(users, room);
            items = Arrays.copyOf(items, room);
            times = timed ? Arrays.copyOf(times, room) : times;
        }
        users[size] = user;
        items[size] = item;
        if (timed) {
            times[size] = time;
        }
        size++;
    }

    public int size() {
        return size;
    }

    /** Every pair once, with the latest of its times. */
    public UsageMatrix matrix(int userCount, int itemCount) {
        int[] starts = new int[userCount + 1];
        int[] entries = new int[size];
        long[] latest = new long[timed ? size : 0];
        int[] rowStarts = rowStarts(userCount);
        long[] sorted = rowsByUser(rowStarts);
        int filled = 0;
        for (int user = 0; user < userCount; user++) {
            Arrays.sort(sorted, rowStarts[user], rowStarts[user + 1]);
            for (int i = rowStarts[user]; i < rowStarts[user + 1]; i++) {
                int item = (int) (sorted[i] >>> Integer.SIZE);
                long time = timed ? times[(int) sorted[i]] : 0;
                boolean again = filled > starts[user] && entries[filled - 1] == item;
                filled += again ? 0 : 1;
                entries[filled - 1] = item;
                if (timed) {
                    latest[filled - 1] = again ? Math.max(latest[filled - 1], time) : time;
                }
            }
            starts[user + 1] = filled;
        }
        return new UsageMatrix(
                itemCount, starts, Arrays.copyOf(entries, filled), Arrays.copyOf(latest, timed ? filled : 0));
    }

    private int[] rowStarts(int userCount) {
        int[] starts = new int[userCount + 1];
        for (int i = 0; i < size; i++) {
            starts[users[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    /** The item and row number of each row, grouped by user. */
    private long[] rowsByUser(int[] rowStarts) {
        int[] next = rowStarts.clone();
        long[] rows = new long[size];
        for (int i = 0; i < size; i++) {
            rows[next[users[i]]++] = ((long) items[i] << Integer.SIZE) | i;
        }
        return rows;
    }
}
