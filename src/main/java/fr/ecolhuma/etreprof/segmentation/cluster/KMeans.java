package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The search for the best centroids: several seeded runs; the lowest inertia wins, among equals the first run. */
public final class KMeans {

    private KMeans() {}

    /**
     * The best solution of all restarts, the same whatever the number of threads.
     *
     * @param points distinct points, at least k
     * @param seed restart r draws its first centroids with the seed {@code seed + r}
     */
    public static Solution fit(Points points, int k, int restarts, long seed, int threads) {
        List<Callable<Solution>> runs = IntStream.range(0, restarts)
                .<Callable<Solution>>mapToObj(
                        restart -> () -> Lloyd.run(points, PlusPlus.centroids(points, k, seed + restart)))
                .toList();
        return all(runs, threads).stream()
                .min(Comparator.comparingDouble(Solution::inertia))
                .orElseThrow();
    }

    private static List<Solution> all(List<Callable<Solution>> runs, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Solution> solutions = new ArrayList<>();
            for (Future<Solution> run : executor.invokeAll(runs)) {
                solutions.add(run.get());
            }
            return solutions;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SegmentationException("the segmentation was interrupted; run it again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
