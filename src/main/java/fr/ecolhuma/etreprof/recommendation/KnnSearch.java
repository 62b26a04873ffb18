package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Chooses how {@link ItemKnn} is set by NDCG on rows set aside: first how many neighbours, then how much to shrink.
 */
final class KnnSearch {

    /** Where nothing can be set aside. */
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

    static ItemKnn.Settings best(Validation validation, int k, ExecutorService executor) {
        return validation.isEmpty() ? DEFAULT : new KnnSearch(validation, k, executor).best();
    }

    private ItemKnn.Settings best() {
        for (int neighbours : NEIGHBOURS) {
            offer(new ItemKnn.Settings(neighbours, DEFAULT.shrinkage()));
        }
        int neighbours = best.neighbours();
        for (double shrinkage : SHRINKAGE) {
            offer(new ItemKnn.Settings(neighbours, shrinkage));
        }
        return best;
    }

    private void offer(ItemKnn.Settings settings) {
        ItemScorer scorer = ItemKnn.fit(validation.gram(), settings, executor);
        double ndcg = validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), scorer), k);
        best = ndcg > most ? settings : best;
        most = Math.max(ndcg, most);
    }
}
