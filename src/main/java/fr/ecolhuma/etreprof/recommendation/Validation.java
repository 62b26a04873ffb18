package fr.ecolhuma.etreprof.recommendation;

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
        HoldOut split = HoldOut.of(matrix, latest);
        return new Validation(
                split, Gram.count(split.kept(), executor), new Judge(split.kept(), split.held(), executor));
    }

    /** Whether nobody used two items, so that nothing can be chosen. */
    boolean isEmpty() {
        return split.isEmpty();
    }

    UsageMatrix kept() {
        return split.kept();
    }
}
