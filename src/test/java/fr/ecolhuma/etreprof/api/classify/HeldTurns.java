package fr.ecolhuma.etreprof.api.classify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;

/** Turns at classifying that are taken from a running service. */
public final class HeldTurns {

    private HeldTurns() {}

    /** Does something while so many turns are taken. */
    public static void during(ApplicationContext context, int turns, Runnable what) throws InterruptedException {
        ClassifyWorkers workers = context.getBean(ClassifyWorkers.class);
        CountDownLatch begun = new CountDownLatch(turns);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService holders = Executors.newCachedThreadPool()) {
            for (int i = 0; i < turns; i++) {
                holders.execute(() -> workers.oneOfAFew(() -> hold(begun, end)));
            }
            try {
                begun.await();
                what.run();
            } finally {
                end.countDown();
            }
        }
    }

    private static String hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }
}
