package fr.ecolhuma.etreprof.segmentation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** A sample of users drawn by their ids alone: one user more or less changes one place of it. */
final class UserSample {

    private UserSample() {}

    /**
     * The rows of the users drawn, ascending; all when there are no more than wanted.
     *
     * @param users how many there are
     * @param most how many are wanted
     * @param ids the id of the user at a row; no two are the same
     */
    static int[] rows(int users, int most, IntToLongFunction ids) {
        if (users <= most) {
            return IntStream.range(0, users).toArray();
        }
        long[] draws = new long[users];
        Arrays.setAll(draws, row -> draw(ids.applyAsLong(row)));
        long[] sorted = draws.clone();
        Arrays.sort(sorted);
        long last = sorted[most - 1];
        return IntStream.range(0, users).filter(row -> draws[row] <= last).toArray();
    }

    /** A number for an id, as if by chance; no two ids have the same. */
    private static long draw(long id) {
        return new SplittableRandom(id).nextLong();
    }
}
