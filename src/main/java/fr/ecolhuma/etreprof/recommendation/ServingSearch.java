package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Chooses {@link ServingWeights} by NDCG and recall at 10 and 100 on rows set aside, one after the other; of equally good
 * values the lowest.
 */
final class ServingSearch {

    private static final List<Double> CONTENT = List.of(0.005, 0.01, 0.02, 0.05, 0.1, 0.2);
    private static final List<Double> SEGMENT = List.of(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);
    private static final int[] DEPTHS = {10, 100};

    private final Judge judge;
    private final Function<ServingWeights, UserScorer> models;
    private ServingWeights best = ServingWeights.NONE;
    private double most;

    private ServingSearch(Judge judge, Function<ServingWeights, UserScorer> models) {
        this.judge = judge;
        this.models = models;
        this.most = quality(best);
    }

    static ServingWeights best(Judge judge, Function<ServingWeights, UserScorer> models) {
        ServingSearch search = new ServingSearch(judge, models);
        search.tryAll(CONTENT, weight -> search.best.withContent(weight));
        search.tryAll(SEGMENT, weight -> search.best.withSegment(weight));
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
        double sum = 0;
        for (double value : judge.quality(models.apply(weights), DEPTHS)) {
            sum += value;
        }
        return sum / judge.users();
    }
}
