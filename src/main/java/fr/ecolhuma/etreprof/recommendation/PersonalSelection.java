package fr.ecolhuma.etreprof.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which contents make a list: {@link #RESERVED} of the places, at least one, for priority challenges, the rest by interest
 * alone; both by the same score and diversified. What does not fit the reader only takes places that would stay empty.
 *
 * <p>Places are filled one by one by maximal marginal relevance, {@code λ · score / best score - (1 - λ) · likeness to the
 * most alike content on the list} with λ = {@link #RELEVANCE}; two contents are alike by 0.7 for the same theme and 0.3 for
 * the same type. Source: Carbonell and Goldstein, "The use of MMR", SIGIR 1998. At last the list is sorted by score, so
 * that reserved places stand where their score puts them. Of equal ones the content that comes first in the catalogue
 * wins.
 */
final class PersonalSelection {

    /** Share of the places for priority challenges. */
    static final double RESERVED = 0.3;

    /** What the score counts against diversity, 0 to 1. */
    static final double RELEVANCE = 0.8;

    private static final double SAME_THEME = 0.7;
    private static final double SAME_TYPE = 0.3;
    private static final double MOST_LIKENESS = SAME_THEME + SAME_TYPE;

    /** Of the scale, far above what sums of doubles are off by. */
    private static final double ROUNDING = 1e-9;

    /** A content of the list, and whether it has a reserved place. */
    record Chosen(int content, boolean reserved) {}

    private final CatalogueFacts facts;
    private final double[] scores;
    private final double scale;
    private final List<Chosen> chosen = new ArrayList<>();

    private PersonalSelection(CatalogueFacts facts, double[] scores, double best) {
        this.facts = facts;
        this.scores = scores;
        this.scale = best > 0 ? best : 1;
    }

    /**
     * The list, best score first.
     *
     * @param scores one entry a content; negative infinity keeps it out
     * @param fits the contents that go before all others; only they may have a reserved place
     */
    static List<Chosen> choose(CatalogueFacts facts, double[] scores, int limit, IntPredicate fits) {
        int[] fitting = TopItems.best(scores, limit, fits);
        int[] others = TopItems.best(scores, limit - fitting.length, fits.negate());
        int places = fitting.length + others.length;
        if (places == 0) {
            return List.of();
        }
        IntPredicate reservable = content -> facts.isPriority(content) && fits.test(content);
        int[] priorities = TopItems.best(scores, Math.max(1, (int) Math.round(RESERVED * places)), reservable);
        PersonalSelection selection =
                new PersonalSelection(facts, scores, scores[fitting.length > 0 ? fitting[0] : others[0]]);
        selection.fill(selection.contenders(priorities, reservable), priorities.length, true);
        selection.fill(selection.contenders(fitting, fits), fitting.length - priorities.length, false);
        selection.fill(selection.contenders(others, fits.negate()), others.length, false);
        return selection.sorted();
    }

    /**
     * The contents that can win a place. One of the best, as many as there are places, is always left; who trails the last
     * of them by more than likeness can cost never comes before that one.
     */
    private int[] contenders(int[] best, IntPredicate eligible) {
        if (best.length == 0) {
            return best;
        }
        double handicap = (MOST_LIKENESS * (1 - RELEVANCE) / RELEVANCE + ROUNDING) * scale;
        double least = scores[best[best.length - 1]] - handicap;
        int[] contenders = new int[count(least)];
        int found = 0;
        for (int content = 0; content < scores.length; content++) {
            if (scores[content] >= least && eligible.test(content)) {
                contenders[found++] = content;
            }
        }
        return Arrays.copyOf(contenders, found);
    }

    private int count(double least) {
        int count = 0;
        for (double score : scores) {
            count += score >= least ? 1 : 0;
        }
        return count;
    }

    private void fill(int[] contenders, int places, boolean reserved) {
        for (int place = 0; place < places; place++) {
            chosen.add(new Chosen(next(contenders), reserved));
        }
    }

    /** The content to take next; the first of equal ones. */
    private int next(int[] contenders) {
        int next = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int content : contenders) {
            double relevance = RELEVANCE * scores[content] / scale;
            // likeness only lowers it
            double worth = relevance > most ? relevance - (1 - RELEVANCE) * likeness(content) : relevance;
            if (worth > most) {
                next = content;
                most = worth;
            }
        }
        return next;
    }

    /** To the most alike content on the list. */
    private double likeness(int content) {
        double likeness = 0;
        for (Chosen one : chosen) {
            likeness = Math.max(likeness, likeness(content, one.content()));
        }
        return likeness;
    }

    /** Infinite for a content and itself, so that it is taken once. */
    private double likeness(int one, int other) {
        if (one == other) {
            return Double.POSITIVE_INFINITY;
        }
        boolean theme = facts.theme(one) >= 0 && facts.theme(one) == facts.theme(other);
        return (theme ? SAME_THEME : 0) + (facts.type(one) == facts.type(other) ? SAME_TYPE : 0);
    }

    private List<Chosen> sorted() {
        return chosen.stream()
                .sorted(Comparator.comparingDouble((Chosen one) -> -scores[one.content()])
                        .thenComparingInt(Chosen::content))
                .toList();
    }
}
