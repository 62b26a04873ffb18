package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.List;

/**
 * The quality of a model's lists.
 *
 * @param at one entry per depth of the lists
 */
public record RankingFigures(List<At> at) {

    /**
     * The figures of lists cut at a rank.
     *
     * @param k the rank
     * @param recall mean over users of the hits among the first k, divided by the user's positives; 0 to 1
     * @param cappedRecall mean over users of the hits among the first k, divided by the lesser of k and the user's
     *     positives; 0 to 1
     * @param ndcg mean over users of the discounted gain with binary gains, divided by its largest possible value; 0 to
     *     1
     * @param coverage share of the items that are on at least one list; 0 to 1
     * @param novelty mean over all entries of {@code -log2} of the share of users who used the item; bits
     */
    public record At(int k, double recall, double cappedRecall, double ndcg, double coverage, double novelty) {}

    public RankingFigures {
        at = List.copyOf(at);
    }
}
