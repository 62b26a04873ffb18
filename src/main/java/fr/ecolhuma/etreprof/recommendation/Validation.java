package fr.ecolhuma.etreprof.recommendation;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/**
 * What settings are chosen by.
 *
 * @param split the rows set aside and those that are not
 * @param gram the counts of the rows that are not
 * @param judge who holds lists against the rows set aside
 */
record Validation(HoldOut split, Gram gram, Judge judge) {

    /** Sets the latest rows aside, or a sample, as {@link HoldOut} does. */
    static Validation of(UsageMatrix matrix, boolean latest, ExecutorService executor) {
        return of(matrix, latest ? Order.AFTER_EACH : Order.NONE, executor);
    }

    /** Sets rows aside that lie in time to the others as it is asked for. */
    static Validation of(UsageMatrix matrix, Order order, ExecutorService executor) {
        HoldOut end = order == Order.AFTER_ALL ? HoldOut.ofEnd(matrix) : HoldOut.of(matrix, order == Order.AFTER_EACH);
        HoldOut split = end.isEmpty() ? HoldOut.of(matrix, order != Order.NONE) : end;
        return new Validation(
                split, Gram.count(split.kept(), executor), new Judge(split.kept(), split.held(), executor));
    }

    /** The same of the items that most have used, at most so many; of equally used ones the lower items. */
    Validation ofMostUsed(int most, ExecutorService executor) {
        if (gram.items() <= most) {
            return this;
        }
        double[] users = new double[gram.items()];
        Arrays.setAll(users, gram::users);
        int[] chosen = TopItems.best(users, most);
        Arrays.sort(chosen);
        UsageMatrix kept = kept().ofItems(chosen);
        UsageMatrix held = split.held().ofItems(chosen);
        return new Validation(new HoldOut(kept, held), Gram.count(kept, executor), new Judge(kept, held, executor));
    }

    /** Whether nobody used two items, so that nothing can be chosen. */
    boolean isEmpty() {
        return split.isEmpty();
    }

    UsageMatrix kept() {
        return split.kept();
    }
}
