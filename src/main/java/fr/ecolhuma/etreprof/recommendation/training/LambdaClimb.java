package fr.ecolhuma.etreprof.recommendation.training;

import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Chooses the regularisation at a recompute, where there is no time for {@code LambdaSearch}: it climbs from the middle
 * of a grid of six values by NDCG on held-out rows, until the next value is no better. In a large catalogue it uses
 * only the most used items: they make nearly all of the NDCG, and the cost of learning grows with the cube of the
 * items.
 */
final class LambdaClimb {

    /** The most values that may be tried. */
    static final List<Double> GRID = List.of(10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0);

    /** The most items by which the regularisation is chosen. */
    static final int MOST_ITEMS = 1_000;

    private static final double START = 100;

    private final Validation validation;
    private final int k;
    private final ExecutorService executor;
    private ItemWeights best;
    private double most;

    private LambdaClimb(Validation validation, int k, ExecutorService executor) {
        this.validation = validation;
        this.k = k;
        this.executor = executor;
        this.best = Ease.fit(validation.gram(), START, executor);
        this.most = ndcg(best);
    }

    /** The weights learnt from the rows that are not held out, at the best regularisation. */
    static ItemWeights best(Validation validation, int k, ExecutorService executor) {
        Validation part = validation.ofMostUsed(MOST_ITEMS, executor);
        LambdaClimb climb = new LambdaClimb(part.isEmpty() ? validation : part, k, executor);
        int start = GRID.indexOf(START);
        if (!climb.rises(start + 1, 1)) {
            climb.rises(start - 1, -1);
        }
        ItemWeights best = climb.best;
        return best.items() == validation.gram().items() ? best : Ease.fit(validation.gram(), best.lambda(), executor);
    }

    private boolean rises(int from, int step) {
        boolean rose = false;
        for (int i = from; i >= 0 && i < GRID.size(); i += step) {
            ItemWeights weights = Ease.fit(validation.gram(), GRID.get(i), executor);
            double ndcg = ndcg(weights);
            if (ndcg <= most) {
                return rose;
            }
            best = weights;
            most = ndcg;
            rose = true;
        }
        return rose;
    }

    private double ndcg(ItemWeights weights) {
        return validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), weights), k);
    }
}
