package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.Arrays;

/** The users of each item: a usage matrix by columns. */
public final class ItemUsers {

    private final int[] starts;
    private final int[] users;

    private ItemUsers(int[] starts, int[] users) {
        this.starts = starts;
        this.users = users;
    }

    public static ItemUsers of(UsageMatrix matrix) {
        int[] starts = new int[matrix.items() + 1];
        for (int entry = 0; entry < matrix.pairs(); entry++) {
            starts[matrix.item(entry) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] users = new int[matrix.pairs()];
        for (int user = 0; user < matrix.users(); user++) {
            for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
                users[next[matrix.item(entry)]++] = user;
            }
        }
        return new ItemUsers(starts, users);
    }

    public int items() {
        return starts.length - 1;
    }

    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int user(int place) {
        return users[place];
    }

    /** The number of users of an item. */
    public int count(int item) {
        return starts[item + 1] - starts[item];
    }
}
