package fr.ecolhuma.etreprof.api.heavy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;

/** Works of a running service that last as long as a test wants. */
public final class HeldPlaces {

    private HeldPlaces() {}

    /** Does something while so many works are being done. */
    public static void during(ApplicationContext context, int places, Runnable what) throws InterruptedException {
        HeavyWork heavy = context.getBean(HeavyWork.class);
        CountDownLatch begun = new CountDownLatch(places);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService holders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < places; i++) {
                holders.execute(() -> heavy.run(Duration.ofMinutes(1), IllegalStateException::new, () -> {
                    begun.countDown();
                    end.await();
                    return "";
                }));
            }
            try {
                begun.await();
                what.run();
            } finally {
                end.countDown();
            }
        }
    }
}
