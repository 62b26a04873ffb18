package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.ListQuality;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses {@link BlendWeights} by NDCG and recall on held-out rows, one weight after the other. A part is added only
 * for a gain of more than two standard errors of the users' paired differences, and more than half a percent, so that
 * chance rarely adds one. Moreover, each measure must equal that of the learnt weights alone, or be above it by more
 * than half a standard error.
 */
final class BlendSearch {

    /** Makes the model to judge with given weights. */
    interface Models {

        UserScorer with(BlendWeights weights);
    }

    private static final List<Double> HALF_LIVES = List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0);
    private static final List<Double> CONTENT = List.of(0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6);
    private static final List<Double> NEIGHBOURS = List.of(0.1, 0.2, 0.4, 0.8, 1.6, 3.2);
    private static final List<Double> POPULARITY = List.of(0.02, 0.05, 0.1, 0.2, 0.4);

    private final Judge judge;
    private final Models models;
    private final int[] ks;
    private final ListQuality alone;
    private BlendWeights best = BlendWeights.NONE;
    private ListQuality bestQuality;

    BlendSearch(Judge judge, Models models, int[] ks) {
        this.judge = judge;
        this.models = models;
        this.ks = ks.clone();
        this.alone = judge.quality(models.with(best), ks);
        this.bestQuality = alone;
    }

    /**
     * The best weights.
     *
     * @param ordered whether the rows to predict come after the known ones, so that late uses may weigh more
     * @param described whether there are data about the contents
     */
    BlendWeights best(boolean ordered, boolean described) {
        tryAll(ordered ? HALF_LIVES : List.of(), value -> best.withHalfLife(value));
        tryAll(described ? CONTENT : List.of(), value -> best.withContent(value));
        tryAll(NEIGHBOURS, value -> best.withNeighbours(value));
        tryAll(POPULARITY, value -> best.withPopularity(value));
        return best;
    }

    private void tryAll(List<Double> values, DoubleFunction<BlendWeights> change) {
        BlendWeights candidate = best;
        ListQuality candidateQuality = bestQuality;
        for (double value : values) {
            BlendWeights weights = change.apply(value);
            ListQuality found = judge.quality(models.with(weights), ks);
            if (found.gain(candidateQuality) > 0 && found.isSurelyNowhereBelow(alone)) {
                candidate = weights;
                candidateQuality = found;
            }
        }
        if (candidateQuality.isSurelyBetter(bestQuality)) {
            best = candidate;
            bestQuality = candidateQuality;
        }
    }
}
