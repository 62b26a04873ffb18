package fr.ecolhuma.etreprof.recompute.webhook;

import fr.ecolhuma.etreprof.recompute.jobs.JobEnded;
import fr.ecolhuma.etreprof.recompute.jobs.RunEnd;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies the configured address of the end of each run, in a thread of its own: no run of the service waits for it or fails with it; a
 * command waits, since its process ends with it. */
@Component
final class Webhook implements DisposableBean {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofMinutes(2));
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final WebhookSettings settings;
    private final Delivery delivery;
    private final Set<Thread> deliveries = ConcurrentHashMap.newKeySet();

    Webhook(WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.delivery = new Delivery(settings, clock, WAITS, LIMIT);
    }

    @EventListener
    void ended(JobEnded ended) {
        if (settings.isOn() && ended.isByCommand()) {
            delivery.deliver(RunEnd.of(ended.job()));
        } else if (settings.isOn()) {
            Thread thread = Thread.ofVirtual().name("webhook").unstarted(() -> deliver(ended));
            deliveries.add(thread);
            thread.start();
        }
    }

    private void deliver(JobEnded ended) {
        try {
            delivery.deliver(RunEnd.of(ended.job()));
        } finally {
            deliveries.remove(Thread.currentThread());
        }
    }

    /** Gives the last notification two seconds, since a stop ends a run. */
    @Override
    public void destroy() {
        long end = System.nanoTime() + STOP.toNanos();
        try {
            for (Thread thread : deliveries) {
                boolean _ = thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
