package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The choice of a list's contents: {@link #RESERVED} of the places, at least one, are for défis; the rest only follow
 * interest. Both use the same score and are diversified. Contents that do not fit the reader only take places that
 * would stay empty.
 *
 * <p>Places are filled one by one by maximal marginal relevance, {@code λ · score / best score - (1 - λ) · likeness to
 * the most alike content on the list} with λ = {@link #RELEVANCE}; two contents are alike by 0.7 for the same theme and
 * 0.3 for the same type. Source: Carbonell and Goldstein, "The use of MMR", SIGIR 1998. Finally the list is sorted by
 * score, so that reserved entries are at the place of their score. Among equals, the content that comes first in the
 * catalogue wins.
 */
final class PersonalSelection {

    /** Share of the places for défis. */
    static final double RESERVED = 0.3;

    /** The weight of the score against diversity, 0 to 1. */
    static final double RELEVANCE = 0.8;

    private static final double SAME_THEME = 0.7;
    private static final double SAME_TYPE = 0.3;

    /** The factor by which more contents are examined if those examined are not enough. */
    private static final int WIDER = 4;

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
     * @param scores one entry per content; negative infinity keeps it out
     * @param shelves contents that fit come before all others; only they may have a reserved place
     */
    static List<Chosen> choose(CatalogueFacts facts, double[] scores, int limit, Shelves shelves) {
        Ranked fitting = new Ranked(scores, shelves.fitting(), limit);
        int fit = Math.min(limit, fitting.size());
        Ranked others = new Ranked(scores, shelves.others(), limit - fit);
        int places = Math.min(limit, fit + others.size());
        if (places == 0) {
            return List.of();
        }
        int reserved = Math.max(1, (int) Math.round(RESERVED * places));
        Ranked priorities = new Ranked(scores, shelves.priorities(), reserved);
        reserved = Math.min(reserved, priorities.size());
        PersonalSelection selection = new PersonalSelection(facts, scores, scores[(fit > 0 ? fitting : others).at(0)]);
        selection.fill(priorities, reserved, true);
        selection.fill(fitting, fit - reserved, false);
        selection.fill(others, places - fit, false);
        return selection.sorted();
    }

    private void fill(Ranked ranked, int places, boolean reserved) {
        for (int place = 0; place < places; place++) {
            chosen.add(new Chosen(next(ranked), reserved));
        }
    }

    /** The content to take next, among equals the first. Likeness only lowers the value of a score. */
    private int next(Ranked ranked) {
        int next = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int place = 0; ranked.reaches(place + 1); place++) {
            int content = ranked.at(place);
            double relevance = RELEVANCE * scores[content] / scale;
            if (relevance < most) {
                break;
            }
            double worth = relevance - (1 - RELEVANCE) * likeness(content);
            if (worth > most || (worth == most && content < next)) {
                next = content;
                most = worth;
            }
        }
        return next;
    }

    /** The likeness to the most alike content on the list. */
    private double likeness(int content) {
        double likeness = 0;
        for (Chosen one : chosen) {
            likeness = Math.max(likeness, likeness(content, one.content()));
        }
        return likeness;
    }

    /** The likeness of two contents; infinite for a content and itself, so that it is taken once. */
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

    /** Some contents by their score, best first; only as many are ranked as are examined. */
    private static final class Ranked {

        private final int[] contents;
        private final double[] scores;
        private int sought;
        private int[] best;

        /** Ranks contents; at least the given number will be examined. */
        Ranked(double[] all, int[] contents, int most) {
            this.contents = contents;
            this.scores = new double[most == 0 ? 0 : contents.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = all[contents[i]];
            }
            this.sought = WIDER * most;
            this.best = TopItems.best(scores, sought);
        }

        /** The number of contents ranked so far. */
        int size() {
            return best.length;
        }

        /** The content at a place that has been reached. */
        int at(int place) {
            return contents[best[place]];
        }

        /** Whether there are this many contents. */
        boolean reaches(int count) {
            while (best.length < count && best.length == sought && sought > 0) {
                sought *= WIDER;
                best = TopItems.best(scores, sought);
            }
            return best.length >= count;
        }
    }
}
