package fr.ecolhuma.etreprof.segmentation.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The search for the best centroids: several seeded runs; the lowest inertia wins, among equals the first run. */
public final class KMeans {

    /** The share of the inertia that has to be gained for given centroids to move at all. */
    private static final double STILL = 0.001;

    private KMeans() {}

    /**
     * The best solution of all restarts, the same whatever the number of threads.
     *
     * @param points distinct points, at least k
     * @param seed restart r draws its first centroids with the seed {@code seed + r}
     */
    public static Solution fit(Points points, int k, int restarts, long seed, int threads) {
        return best(Workers.all(runs(points, k, restarts, seed), threads));
    }

    /**
     * What two kinds of starts lead to.
     *
     * @param fresh the best solution of all restarts
     * @param continued the one found from given centroids, or these themselves where it is better by less than a thousandth;
     *     null when none were given
     */
    public record Both(Solution fresh, @Nullable Solution continued) {}

    /**
     * The best solution of all restarts, the same as without a start, and the one found from a start.
     *
     * @param start k centroids, or null
     */
    public static Both fit(Points points, int k, int restarts, long seed, int threads, double @Nullable [][] start) {
        List<Callable<Solution>> runs = new ArrayList<>(runs(points, k, restarts, seed));
        if (start != null) {
            runs.add(() -> continued(points, start));
        }
        List<Solution> solutions = Workers.all(runs, threads);
        return new Both(best(solutions.subList(0, restarts)), start == null ? null : solutions.getLast());
    }

    /**
     * Where a start leads to, or the start itself where that is hardly better: one user less would otherwise move dozens at a
     * border, step by step.
     */
    private static Solution continued(Points points, double[][] start) {
        Solution moved = Lloyd.run(points, start);
        Solution still = new Centroids(points, start).solution(points.nearest(start));
        return still.inertia() <= (1 + STILL) * moved.inertia() ? still : moved;
    }

    private static List<Callable<Solution>> runs(Points points, int k, int restarts, long seed) {
        return IntStream.range(0, restarts)
                .<Callable<Solution>>mapToObj(
                        restart -> () -> Lloyd.run(points, PlusPlus.centroids(points, k, seed + restart)))
                .toList();
    }

    private static Solution best(List<Solution> solutions) {
        return solutions.stream()
                .min(Comparator.comparingDouble(Solution::inertia))
                .orElseThrow();
    }
}
