package fr.ecolhuma.etreprof.recommendation.judging;

import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/**
 * The data by which settings are chosen.
 *
 * @param split the held-out rows and the other rows
 * @param gram the counts of the other rows
 * @param judge compares lists with the held-out rows
 */
public record Validation(HoldOut split, Gram gram, Judge judge) {

    /** Holds out rows as {@link HoldOut} does. */
    public static Validation of(UsageMatrix matrix, Order order, ExecutorService executor) {
        HoldOut split = HoldOut.of(matrix, order);
        return new Validation(
                split, Gram.count(split.kept(), executor), new Judge(split.kept(), split.held(), executor));
    }

    /** The same for the most used items, up to a number; among equally used ones the lower items. */
    public Validation ofMostUsed(int most, ExecutorService executor) {
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

    /** Whether no user has two items, so that nothing can be chosen. */
    public boolean isEmpty() {
        return split.isEmpty();
    }

    public UsageMatrix kept() {
        return split.kept();
    }
}
