package fr.ecolhuma.etreprof.segmentation.cluster;

import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs pieces of work in several threads. */
final class Workers {

    private Workers() {}

    /** Returns the results, in the order of the work. */
    static <T> List<T> all(List<Callable<T>> work, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : executor.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SegmentationException("the segmentation was interrupted; run it again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends a piece of work whose caller was interrupted. */
    static void requireNotCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the segmentation was cancelled");
        }
    }
}
