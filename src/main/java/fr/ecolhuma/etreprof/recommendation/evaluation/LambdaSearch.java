package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * Chooses the regularisation of {@link Ease} by NDCG on held-out rows: climbs from the middle of a fixed grid until two
 * steps on either side are no better, then once tries the middle between the best and each neighbour.
 */
public final class LambdaSearch {

    /** The value when no rows can be held out, since no user has two items. */
    public static final double DEFAULT = 200;

    private static final List<Double> GRID =
            List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0);
    private static final int PATIENCE = 2;

    private final Validation validation;
    private final int k;
    private final ExecutorService executor;
    private final SortedMap<Double, Double> tried = new TreeMap<>();

    private LambdaSearch(Validation validation, int k, ExecutorService executor) {
        this.validation = validation;
        this.k = k;
        this.executor = executor;
    }

    /**
     * The regularisation that is best on the held-out rows; the same for any number of threads.
     *
     * @param k the depth at which lists are judged, at least 1
     */
    static double best(Validation validation, int k, ExecutorService executor) {
        return validation.isEmpty() ? DEFAULT : new LambdaSearch(validation, k, executor).best();
    }

    private double best() {
        int best = climb(climb(GRID.indexOf(DEFAULT), 1), -1);
        double lambda = GRID.get(best);
        double refined = lambda;
        for (int neighbour : new int[] {best - 1, best + 1}) {
            if (neighbour >= 0 && neighbour < GRID.size()) {
                double between = Math.rint(Math.sqrt(lambda * GRID.get(neighbour)));
                refined = score(between) > score(refined) ? between : refined;
            }
        }
        return refined;
    }

    private int climb(int start, int step) {
        int best = start;
        for (int i = start + step; i >= 0 && i < GRID.size() && Math.abs(i - best) <= PATIENCE; i += step) {
            best = score(GRID.get(i)) > score(GRID.get(best)) ? i : best;
        }
        return best;
    }

    private double score(double lambda) {
        Double known = tried.get(lambda);
        if (known == null) {
            ItemWeights weights = Ease.fit(validation.gram(), lambda, executor);
            known = validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), weights), k);
            tried.put(lambda, known);
        }
        return known;
    }
}
