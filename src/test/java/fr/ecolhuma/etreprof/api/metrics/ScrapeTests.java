package fr.ecolhuma.etreprof.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Scrapes while the snapshot is renewed, as each erasure does. */
class ScrapeTests {

    @Test
    void aScrapeNeverFindsAFigureTwice() {
        Snapshot snapshot = TestData.snapshot();
        CurrentSnapshot current = new CurrentSnapshot();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ModelMeters(current, TestData.CLOCK).bindTo(registry);
        current.publish(snapshot);
        String row = "etreprof_model_info{version=\"" + snapshot.version() + "\"} 1";
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> renewing = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                current.publish(snapshot);
            }
        });
        try {
            for (int scrape = 0; scrape < 1_000; scrape++) {
                assertThat(registry.scrape()).contains(row);
            }
        } finally {
            done.set(true);
            renewing.join();
        }
    }
}
