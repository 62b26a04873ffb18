package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs tasks on the threads of an executor; each task writes to places of its own. */
public final class Parallel {

    private Parallel() {}

    /** Runs tasks 0 to {@code tasks - 1} and waits for all. */
    public static void run(ExecutorService executor, int tasks, IntConsumer work) {
        List<Callable<Boolean>> calls = IntStream.range(0, tasks)
                .<Callable<Boolean>>mapToObj(task -> () -> {
                    work.accept(task);
                    return true;
                })
                .toList();
        try {
            for (Future<Boolean> done : executor.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecommendationException("the training of the recommender was interrupted; run it again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Runs over 0 to {@code size - 1} in runs of {@code run}, each run a task. */
    public static void runs(ExecutorService executor, int size, int run, IntConsumer work) {
        run(executor, (size + run - 1) / run, task -> {
            int end = Math.min(size, (task + 1) * run);
            for (int i = task * run; i < end; i++) {
                work.accept(i);
            }
        });
    }
}
