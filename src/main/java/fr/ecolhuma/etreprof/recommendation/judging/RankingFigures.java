package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.List;

/**
 * How good a model's lists are.
 *
 * @param at one entry a depth of the lists
 */
public record RankingFigures(List<At> at) {

    /**
     * The figures of lists cut at a rank.
     *
     * @param k the rank
     * @param recall mean over users of hits among the first k, of the lesser of k and the user's positives; 0 to 1
     * @param ndcg mean over users of the discounted gain with binary gains, of the most there could be; 0 to 1
     * @param coverage share of the items that stand on at least one list; 0 to 1
     * @param novelty mean over all entries of {@code -log2} of the share of users who used the item; bits
     */
    public record At(int k, double recall, double ndcg, double coverage, double novelty) {}

    public RankingFigures {
        at = List.copyOf(at);
    }
}
