package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.concurrent.ExecutorService;

/** The number of common users of two items, for all pairs of items: whole numbers, so that no order of rows matters. */
public final class Gram {

    private static final int ROWS_A_TASK = 16;

    private final int[][] rows;

    private Gram(int[][] rows) {
        this.rows = rows;
    }

    public static Gram count(UsageMatrix matrix, ExecutorService executor) {
        ItemUsers users = ItemUsers.of(matrix);
        int[][] rows = new int[matrix.items()][];
        Parallel.runs(executor, rows.length, ROWS_A_TASK, item -> rows[item] = row(matrix, users, item));
        return new Gram(rows);
    }

    /** The counts of an item with itself and with the items before it. */
    private static int[] row(UsageMatrix matrix, ItemUsers users, int item) {
        int[] row = new int[item + 1];
        for (int i = users.start(item); i < users.end(item); i++) {
            int end = matrix.end(users.user(i));
            for (int entry = matrix.start(users.user(i)); entry < end && matrix.item(entry) <= item; entry++) {
                row[matrix.item(entry)]++;
            }
        }
        return row;
    }

    public int items() {
        return rows.length;
    }

    /** Users of both items. */
    public int users(int one, int other) {
        return one < other ? rows[other][one] : rows[one][other];
    }

    /** Users of an item. */
    public int users(int item) {
        return rows[item][item];
    }
}
