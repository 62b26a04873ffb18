package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quality of the lists, judged at the recompute on the latest uses, which the judged model had not seen.
 *
 * @param lambda the regularisation of the learnt weights
 * @param weights of the blend, by name
 * @param users how many users were judged
 * @param figures by model (such as {@code hybrid}, {@code ease}, {@code itemknn}, {@code popular}) and then by measure
 *     (such as {@code recall@10}, {@code recall_capped@10}, {@code ndcg@100}, {@code coverage@10}, {@code novelty@10})
 * @param segments the same measures of the served model by segment
 * @param rungs share of the users whose list rests on each rung
 */
public record RecommenderCard(
        double lambda,
        SortedMap<String, Double> weights,
        int users,
        SortedMap<String, SortedMap<String, Double>> figures,
        SortedMap<String, SortedMap<String, Double>> segments,
        SortedMap<String, Double> rungs) {

    /** A card without a judgement. */
    public static final RecommenderCard NONE =
            new RecommenderCard(0, new TreeMap<>(), 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
}
