package fr.ecolhuma.etreprof.recommendation.list;

import java.util.function.IntPredicate;

/** The contents of a catalogue by whether they suit a reader; each list ascends. */
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

    /** The contents that fit; callers must not change this or the other arrays. */
    int[] fitting() {
        return fitting;
    }

    /** The contents that do not fit. */
    int[] others() {
        return others;
    }

    /** The contents that fit and serve a défi. */
    int[] priorities() {
        return priorities;
    }
}
