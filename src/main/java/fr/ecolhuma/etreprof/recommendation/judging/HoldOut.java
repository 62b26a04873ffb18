package fr.ecolhuma.etreprof.recommendation.judging;

import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A part of the training rows that is held out to choose settings: a fifth of each user's items, for up to 10,000
 * users. It has the same order in time as the rows to predict: the latest rows, or a sample by a fixed hash.
 *
 * @param kept the rows to learn from; users and items are numbered as before
 * @param held the held-out rows; empty for users who are not judged
 */
public record HoldOut(UsageMatrix kept, UsageMatrix held) {

    private static final int MOST_USERS = 10_000;
    private static final int SHARE = 5;

    /** Splits the rows so that the held-out rows have the given order in time to the others. */
    static HoldOut of(UsageMatrix matrix, Order order) {
        return of(matrix, order, MOST_USERS);
    }

    public static HoldOut of(UsageMatrix matrix, Order order, int mostUsers) {
        if (order == Order.AFTER_ALL) {
            HoldOut end = ofEnd(matrix, mostUsers);
            return end.isEmpty() ? ofEach(matrix, true, mostUsers) : end;
        }
        return ofEach(matrix, order == Order.AFTER_EACH, mostUsers);
    }

    private static HoldOut ofEach(UsageMatrix matrix, boolean latest, int mostUsers) {
        boolean[] asked = asked(matrix, 2, mostUsers);
        UsagePairs kept = new UsagePairs(matrix.hasTimes());
        UsagePairs held = new UsagePairs(matrix.hasTimes());
        for (int user = 0; user < asked.length; user++) {
            int[] entries = firstAside(matrix, user, latest);
            int aside = entries.length < 2 ? 0 : Math.max(1, entries.length / SHARE);
            for (int i = asked[user] ? 0 : aside; i < entries.length; i++) {
                (i < aside ? held : kept).add(user, matrix.item(entries[i]), matrix.time(entries[i]));
            }
        }
        return new HoldOut(kept.matrix(matrix.users(), matrix.items()), held.matrix(matrix.users(), matrix.items()));
    }

    /** Holds out the last fifth of all rows, if their users and items have earlier rows. */
    private static HoldOut ofEnd(UsageMatrix matrix, int mostUsers) {
        long[] times = IntStream.range(0, matrix.pairs())
                .mapToLong(matrix::time)
                .sorted()
                .toArray();
        long end = times[times.length - 1 - times.length / SHARE];
        UsageMatrix kept = matrix.part((user, entry) -> matrix.time(entry) <= end);
        boolean[] known = new boolean[matrix.items()];
        IntStream.range(0, kept.pairs()).forEach(entry -> known[kept.item(entry)] = true);
        UsageMatrix late = matrix.part(
                (user, entry) -> matrix.time(entry) > end && kept.size(user) > 0 && known[matrix.item(entry)]);
        boolean[] asked = asked(late, 1, mostUsers);
        return new HoldOut(kept, late.part((user, entry) -> asked[user]));
    }

    private static boolean[] asked(UsageMatrix matrix, int leastItems, int mostUsers) {
        boolean[] asked = new boolean[matrix.users()];
        IntStream.range(0, asked.length)
                .filter(user -> matrix.size(user) >= leastItems)
                .boxed()
                .sorted(Comparator.comparingLong((Integer user) -> mixed(user)).thenComparing(user -> user))
                .limit(mostUsers)
                .forEach(user -> asked[user] = true);
        return asked;
    }

    /** The entries of a user, the ones to hold out first; equally late ones in the order of the hash. */
    private static int[] firstAside(UsageMatrix matrix, int user, boolean latest) {
        return IntStream.range(matrix.start(user), matrix.end(user))
                .boxed()
                .sorted(Comparator.comparingLong((Integer entry) -> latest ? matrix.time(entry) : 0)
                        .reversed()
                        .thenComparingLong(entry -> mixed(((long) user << Integer.SIZE) | matrix.item(entry)))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The finaliser of SplitMix64: close numbers come out far apart (Steele, Lea and Flood, OOPSLA 2014). */
    public static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Whether there are held-out rows. */
    boolean isEmpty() {
        return held.pairs() == 0;
    }
}
