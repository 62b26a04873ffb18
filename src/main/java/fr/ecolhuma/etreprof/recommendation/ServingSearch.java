package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Chooses {@link ServingWeights} by NDCG@100 on rows set aside, one after the other, twice; a part that
 * is of no use keeps the weight it has without a choice, 0 or nearly.
 */
final class ServingSearch {

    private static final List<Double> CONTENT = List.of(0.05, 0.1, 0.2, 0.5, 1.0);
    private static final List<Double> SEGMENT = List.of(0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0);
    private static final List<Double> FRESHNESS = List.of(0.05, 0.1, 0.2, 0.5, 1.0);
    private static final int ROUNDS = 2;
    private static final int DEPTH = 100;

    private final Judge judge;
    private final Function<ServingWeights, UserScorer> models;
    private ServingWeights best;
    private double most;

    private ServingSearch(Judge judge, ServingWeights start, Function<ServingWeights, UserScorer> models) {
        this.best = start;
        this.judge = judge;
        this.models = models;
        this.most = quality(best);
    }

    /** The best weights, with the weight of the history as it is. */
    static ServingWeights best(Judge judge, ServingWeights start, Function<ServingWeights, UserScorer> models) {
        ServingSearch search = new ServingSearch(judge, start, models);
        for (int round = 0; round < ROUNDS; round++) {
            search.tryAll(CONTENT, weight -> search.best.withContent(weight));
            search.tryAll(SEGMENT, weight -> search.best.withSegment(weight));
            search.tryAll(FRESHNESS, weight -> search.best.withFreshness(weight));
        }
        return search.best;
    }

    private void tryAll(List<Double> values, DoubleFunction<ServingWeights> change) {
        for (double value : values) {
            ServingWeights weights = change.apply(value);
            double quality = quality(weights);
            if (quality > most) {
                best = weights;
                most = quality;
            }
        }
    }

    private double quality(ServingWeights weights) {
        return judge.meanNdcg(models.apply(weights), DEPTH);
    }
}
