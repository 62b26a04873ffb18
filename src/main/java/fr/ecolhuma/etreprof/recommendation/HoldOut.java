package fr.ecolhuma.etreprof.recommendation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A part of the training rows set aside to choose settings by: a fifth of the items of up to 10,000 users, the latest
 * ones where times are known, otherwise picked by a fixed hash.
 *
 * @param kept what is learnt from; users and items are numbered as before
 * @param held what is set aside; empty rows for the users who keep everything
 */
record HoldOut(UsageMatrix kept, UsageMatrix held) {

    private static final int MOST_USERS = 10_000;
    private static final int SHARE = 5;

    static HoldOut of(UsageMatrix matrix) {
        return of(matrix, MOST_USERS);
    }

    static HoldOut of(UsageMatrix matrix, int mostUsers) {
        boolean[] chosen = new boolean[matrix.users()];
        IntStream.range(0, chosen.length)
                .filter(user -> matrix.size(user) > 1)
                .boxed()
                .sorted(Comparator.comparingLong((Integer user) -> mixed(user)).thenComparing(user -> user))
                .limit(mostUsers)
                .forEach(user -> chosen[user] = true);
        UsagePairs kept = new UsagePairs(matrix.hasTimes());
        UsagePairs held = new UsagePairs(matrix.hasTimes());
        for (int user = 0; user < chosen.length; user++) {
            int[] entries = chosen[user] ? lastFirst(matrix, user) : matrix.entries(user);
            int aside = chosen[user] ? Math.max(1, entries.length / SHARE) : 0;
            for (int i = 0; i < entries.length; i++) {
                (i < aside ? held : kept).add(user, matrix.item(entries[i]), matrix.time(entries[i]));
            }
        }
        return new HoldOut(kept.matrix(matrix.users(), matrix.items()), held.matrix(matrix.users(), matrix.items()));
    }

    /** The latest first; equally late ones, or all where no times are known, in the order of the hash. */
    private static int[] lastFirst(UsageMatrix matrix, int user) {
        return IntStream.range(matrix.start(user), matrix.end(user))
                .boxed()
                .sorted(Comparator.comparingLong((Integer entry) -> matrix.time(entry))
                        .reversed()
                        .thenComparingLong(entry -> mixed(((long) user << Integer.SIZE) | matrix.item(entry)))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The finaliser of SplitMix64: close numbers come out far apart (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Whether there is anything to choose by. */
    boolean isEmpty() {
        return held.pairs() == 0;
    }
}
