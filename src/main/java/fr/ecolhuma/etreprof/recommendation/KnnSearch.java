package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Chooses how {@link ItemKnn} is set by NDCG on rows set aside: every combination of two small grids. */
final class KnnSearch {

    /** Where nothing can be set aside. */
    static final ItemKnn.Settings DEFAULT = new ItemKnn.Settings(100, 10);

    private static final List<Integer> NEIGHBOURS = List.of(10, 20, 50, 100, 200, 500);
    private static final List<Double> SHRINKAGE = List.of(0.0, 10.0, 100.0);

    private KnnSearch() {}

    static ItemKnn.Settings best(Validation validation, int k, ExecutorService executor) {
        ItemKnn.Settings best = DEFAULT;
        double most = Double.NEGATIVE_INFINITY;
        for (int neighbours : validation.isEmpty() ? List.<Integer>of() : NEIGHBOURS) {
            for (double shrinkage : SHRINKAGE) {
                ItemKnn.Settings settings = new ItemKnn.Settings(neighbours, shrinkage);
                ItemScorer scorer = ItemKnn.fit(validation.gram(), settings, executor);
                double ndcg = validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), scorer), k);
                best = ndcg > most ? settings : best;
                most = Math.max(ndcg, most);
            }
        }
        return best;
    }
}
