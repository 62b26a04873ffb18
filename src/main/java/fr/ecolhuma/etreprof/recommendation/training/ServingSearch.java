package fr.ecolhuma.etreprof.recommendation.training;

import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.ListQuality;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses {@link ServingWeights} by NDCG@100 on held-out rows, one after the other, twice. It only considers weights
 * that are in every measure at least as good as the learnt weights alone. In the end it takes them only if their gain
 * is significant: otherwise lists use the learnt weights alone.
 */
final class ServingSearch {

    /** Scores a user under several weights at once. */
    interface Models {

        /** Fills one row of scores for each of the weights. */
        void score(int user, List<ServingWeights> weights, double[][] rows);
    }

    private static final List<Double> CONTENT = List.of(0.0, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0);
    private static final List<Double> SEGMENT = List.of(0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0);
    private static final List<Double> LEVEL = List.of(0.0, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0);
    private static final List<Double> FRESHNESS = List.of(0.0, 0.01, 0.05, 0.1, 0.2, 0.5, 1.0);
    private static final int ROUNDS = 2;
    private static final int[] DEPTHS = {10, 20, 100};

    private final Judge judge;
    private final Models models;
    private final ListQuality alone;
    private final ServingWeights start;
    private ServingWeights best;
    private ListQuality bestQuality;

    private ServingSearch(Judge judge, UserScorer alone, ServingWeights start, Models models) {
        this.judge = judge;
        this.models = models;
        this.start = start;
        this.best = start;
        this.alone = judge.quality(alone, DEPTHS);
        this.bestQuality = this.alone;
    }

    /**
     * The best weights, with the weight of the history as it is.
     *
     * @param alone the quality of the learnt weights alone; lists must not fall below it
     * @param start the weights that leave all other parts out
     */
    static ServingWeights best(Judge judge, UserScorer alone, ServingWeights start, Models models) {
        ServingSearch search = new ServingSearch(judge, alone, start, models);
        for (int round = 0; round < ROUNDS; round++) {
            search.tryAll(CONTENT, weight -> search.best.withContent(weight));
            search.tryAll(SEGMENT, weight -> search.best.withSegment(weight));
            search.tryAll(LEVEL, weight -> search.best.withLevel(weight));
            search.tryAll(FRESHNESS, weight -> search.best.withFreshness(weight));
        }
        return search.bestQuality.isSurelyDeeper(search.alone) ? search.best : search.start;
    }

    private void tryAll(List<Double> values, DoubleFunction<ServingWeights> change) {
        List<ServingWeights> tried = values.stream()
                .map(change::apply)
                .filter(one -> !one.equals(best))
                .toList();
        List<ListQuality> found =
                judge.qualities((user, rows) -> models.score(user, tried, rows), tried.size(), DEPTHS);
        for (int i = 0; i < found.size(); i++) {
            ListQuality quality = found.get(i);
            if (quality.deepNdcg() > bestQuality.deepNdcg() && quality.isNowhereBelow(alone)) {
                best = tried.get(i);
                bestQuality = quality;
            }
        }
    }
}
