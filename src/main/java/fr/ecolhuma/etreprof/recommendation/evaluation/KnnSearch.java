package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.ItemKnn;
import fr.ecolhuma.etreprof.recommendation.item.Neighbourhood;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Chooses the settings of {@link ItemKnn} by NDCG on held-out rows: first the number of neighbours, then the shrinkage.
 */
public final class KnnSearch {

    /** The settings when no rows can be held out. */
    static final ItemKnn.Settings DEFAULT = new ItemKnn.Settings(100, 10);

    private static final List<Integer> NEIGHBOURS = List.of(10, 20, 50, 100, 200, 500);
    private static final List<Double> SHRINKAGE = List.of(0.0, 100.0);

    private final Validation validation;
    private final int k;
    private final ExecutorService executor;
    private ItemKnn.Settings best = DEFAULT;
    private double most = Double.NEGATIVE_INFINITY;

    private KnnSearch(Validation validation, int k, ExecutorService executor) {
        this.validation = validation;
        this.k = k;
        this.executor = executor;
    }

    public static ItemKnn.Settings best(Validation validation, int k, ExecutorService executor) {
        return validation.isEmpty() ? DEFAULT : new KnnSearch(validation, k, executor).best();
    }

    private ItemKnn.Settings best() {
        ItemKnn.Settings widest = new ItemKnn.Settings(Collections.max(NEIGHBOURS), DEFAULT.shrinkage());
        Neighbourhood all = ItemKnn.neighbourhood(validation.gram(), widest, executor);
        for (int neighbours : NEIGHBOURS) {
            offer(new ItemKnn.Settings(neighbours, DEFAULT.shrinkage()), all.nearest(neighbours));
        }
        int neighbours = best.neighbours();
        for (double shrinkage : SHRINKAGE) {
            ItemKnn.Settings settings = new ItemKnn.Settings(neighbours, shrinkage);
            offer(settings, ItemKnn.neighbourhood(validation.gram(), settings, executor));
        }
        return best;
    }

    private void offer(ItemKnn.Settings settings, Neighbourhood neighbourhood) {
        UserScorer scorer = UserScorer.sumOf(validation.kept(), neighbourhood.scorer());
        double ndcg = validation.judge().meanNdcg(scorer, k);
        best = ndcg > most ? settings : best;
        most = Math.max(ndcg, most);
    }
}
