package fr.ecolhuma.etreprof.recompute.webhook;

import fr.ecolhuma.etreprof.recompute.jobs.RunEnd;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts the end of a run until the address answers 2xx.
 *
 * @param waits before each further attempt
 * @param limit the longest time of one attempt
 */
record Delivery(WebhookSettings settings, Clock clock, List<Duration> waits, Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    Delivery {
        waits = List.copyOf(waits);
    }

    /** Tries until it succeeds, the attempts are used up, or its thread is interrupted. */
    void deliver(RunEnd end) {
        String body = MAPPER.writeValueAsString(end);
        try {
            String trouble = attempt(end.job(), body);
            for (int tried = 0; !trouble.isEmpty() && tried < waits.size(); tried++) {
                LOG.debug("the webhook of recompute {} is tried again: {}", end.job(), trouble);
                Thread.sleep(waits.get(tried));
                trouble = attempt(end.job(), body);
            }
            if (!trouble.isEmpty()) {
                LOG.warn(
                        "the webhook of recompute {} was not delivered in {} attempts: {}; check ETREPROF_WEBHOOK_URL",
                        end.job(),
                        waits.size() + 1,
                        trouble);
            }
        } catch (InterruptedException e) {
            LOG.warn("the webhook of recompute {} was not delivered: the service is being stopped", end.job());
            Thread.currentThread().interrupt();
        }
    }

    /** Returns why it failed; empty if it did not. */
    private String attempt(String id, String body) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            try {
                int status = client.sendAsync(request(id, body), HttpResponse.BodyHandlers.discarding())
                        .get(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .statusCode();
                return status / HUNDRED == SUCCESS ? "" : "the address answered %d, expected 2xx".formatted(status);
            } catch (ExecutionException e) {
                return "the address cannot be reached";
            } catch (TimeoutException e) {
                return "the address did not answer within %d s".formatted(limit.toSeconds());
            } finally {
                client.shutdownNow();
            }
        }
    }

    private HttpRequest request(String id, String body) {
        long second = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(settings.url()))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(second))
                .header("webhook-signature", Signature.of(settings.secret(), id, second, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
