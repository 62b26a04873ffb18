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

    static ItemKnn.Settings best(Gram gram, UsageMatrix kept, Judge judge, int k, ExecutorService executor) {
        ItemKnn.Settings best = DEFAULT;
        double most = -1;
        for (int neighbours : NEIGHBOURS) {
            for (double shrinkage : SHRINKAGE) {
                ItemKnn.Settings settings = new ItemKnn.Settings(neighbours, shrinkage);
                UserScorer scorer = UserScorer.sumOf(kept, ItemKnn.fit(gram, settings, executor));
                double ndcg = judge.meanNdcg(scorer, k);
                if (ndcg > most) {
                    most = ndcg;
                    best = settings;
                }
            }
        }
        return best;
    }
}
