package fr.ecolhuma.etreprof.recommendation.list;

import java.util.function.IntPredicate;

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
        return new Shelves(facts.rows(fits), facts.rows(fits.negate()), facts.rows(fits.and(facts::isPriority)));
    }

    /** Those that fit; not to be changed, like the others. */
    int[] fitting() {
        return fitting;
    }

    /** Those that do not. */
    int[] others() {
        return others;
    }

    /** Those that fit and serve a défi. */
    int[] priorities() {
        return priorities;
    }
}
