package fr.ecolhuma.etreprof.recommendation;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The contents of a catalogue by how they suit a reader; each list ascends. */
final class Shelves {

    private final int[] fitting;
    private final int[] others;
    private final int[] priorities;

    private Shelves(int[] fitting, int[] others, int[] priorities) {
        this.fitting = fitting;
        this.others = others;
        this.priorities = priorities;
    }

    static Shelves of(CatalogueFacts facts, IntPredicate fits) {
        IntPredicate priority = facts::isPriority;
        return new Shelves(rows(facts, fits), rows(facts, fits.negate()), rows(facts, fits.and(priority)));
    }

    private static int[] rows(CatalogueFacts facts, IntPredicate wanted) {
        return IntStream.range(0, facts.contents()).filter(wanted).toArray();
    }

    /** Those that fit; not to be changed, like the others. */
    int[] fitting() {
        return fitting;
    }

    /** Those that do not. */
    int[] others() {
        return others;
    }

    /** Those that fit and serve a priority challenge. */
    int[] priorities() {
        return priorities;
    }
}
