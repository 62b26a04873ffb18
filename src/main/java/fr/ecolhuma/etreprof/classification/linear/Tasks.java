package fr.ecolhuma.etreprof.classification.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs tasks on several threads and returns their results in the order of the tasks. */
final class Tasks {

    private Tasks() {}

    static <T> List<T> run(List<Callable<T>> tasks, ExecutorService executor) {
        try {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> done : executor.invokeAll(tasks)) {
                results.add(done.get());
            }
            return List.copyOf(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClassifierException("the training was interrupted; start it again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
