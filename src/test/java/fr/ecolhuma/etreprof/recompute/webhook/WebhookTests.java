package fr.ecolhuma.etreprof.recompute.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.ModelConfiguration;
import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.jobs.RunEnd;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs, and a receiver on a port that fails at first. */
@Timeout(60)
class WebhookTests {

    private static final String SECRET = "a secret of length";

    /** A request as it came. */
    private record Received(String id, String timestamp, String signature, String body) {

        private static Received of(HttpExchange exchange) throws IOException {
            return new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Import({ModelConfiguration.class, Webhook.class})
    static class Model {}

    @TempDir
    Path folder;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            received.add(Received.of(exchange));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void listenNoMore() {
        receiver.stop(0);
    }

    private WebhookSettings settings() {
        return new WebhookSettings("http://localhost:" + receiver.getAddress().getPort() + "/hook", SECRET);
    }

    private void withService(Consumer<Jobs> test) {
        new ApplicationContextRunner()
                .withUserConfiguration(Model.class)
                .withPropertyValues(
                        "etreprof.code-version=test",
                        "etreprof.data-dir=" + folder.resolve("data"),
                        "etreprof.models-dir=" + folder.resolve("models"),
                        "etreprof.memory-limit=200MB",
                        "etreprof.threads=1",
                        "etreprof.restarts=3",
                        "etreprof.webhook.url=" + settings().url(),
                        "etreprof.webhook.secret=" + SECRET)
                .run(context -> test.accept(context.getBean(Jobs.class)));
    }

    private Received next() {
        try {
            Received next = received.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("a notification").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunRequest request(Exports exports) {
        return new RunRequest(exports, null, false, false, "a test");
    }

    private static RunEnd end() {
        return new RunEnd(
                "a job",
                JobState.Code.FAILED,
                false,
                "a test",
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                "users.csv is empty",
                null,
                null,
                0,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static String signature(Received sent) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String content = sent.id() + "." + sent.timestamp() + "." + sent.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCommandEndsOnlyWhenItsRunIsNotified() {
        failures.set(1);
        withService(jobs -> {
            RunResult result = jobs.runHere(request(TestData.exports(folder.resolve("exports"))), Progress.NONE);
            assertThat(received).as("at first it failed").hasSize(2);
            JsonNode body = JsonMapper.shared().readTree(next().body());
            assertThat(body.get("state").stringValue()).isEqualTo("published");
            assertThat(body.get("model_version").stringValue()).isEqualTo(result.version());
        });
    }

    @Test
    void aRunIsNotifiedThoughTheReceiverFailsAtFirst() {
        failures.set(1);
        withService(jobs -> {
            Job job = jobs.submit(request(TestData.exports(folder.resolve("exports"))), null);
            RunResult result = job.await();
            Received failed = next();
            Received sent = next();
            assertThat(sent.body()).isEqualTo(failed.body());
            assertThat(sent.id()).isEqualTo(failed.id()).isEqualTo(job.id());
            JsonNode body = JsonMapper.shared().readTree(sent.body());
            assertThat(body.get("job").stringValue()).isEqualTo(job.id());
            assertThat(body.get("state").stringValue()).isEqualTo("published");
            assertThat(body.get("by").stringValue()).isEqualTo("a test");
            assertThat(body.get("model_version").stringValue()).isEqualTo(result.version());
            assertThat(body.get("previous_model_version").isNull()).isTrue();
            assertThat(body.get("rows_read").longValue())
                    .isEqualTo(result.rows().read());
            assertThat(body.get("rows_kept").longValue()
                            + body.get("rows_rejected").longValue())
                    .isEqualTo(result.rows().read());
            assertThat(body.get("duration_ms").longValue())
                    .isEqualTo(result.duration().toMillis());
            assertThat(body.get("moved_users").intValue()).isZero();
            assertThat(body.get("gates_watched").isArray()).isTrue();
        });
    }

    @Test
    void aStopOfTheServiceStillNotifiesOfAFailure() {
        withService(jobs -> jobs.submit(request(new Exports("no.csv", "no.csv", "no.csv", null)), null)
                .awaitEnd(Duration.ofSeconds(20)));
        Received sent = next();
        assertThat(sent.body()).contains("\"state\":\"failed\"", "no.csv: no such file");
    }

    @Test
    void aReceiverThatIsNotThereDelaysAndFailsNoRun() {
        receiver.stop(0);
        withService(jobs -> assertThat(jobs.submit(request(TestData.exports(folder.resolve("exports"))), null)
                        .await()
                        .published())
                .isTrue());
    }

    @Test
    void itIsRetriedAfterGrowingWaitsAndSignedAnewEachTime() throws GeneralSecurityException {
        failures.set(2);
        List<Duration> waits = List.of(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMinutes(9));
        long begun = System.nanoTime();
        new Delivery(settings(), TestData.CLOCK, waits, Duration.ofSeconds(10)).deliver(end());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(received).hasSize(3);
        for (Received sent : received) {
            assertThat(sent.timestamp())
                    .isEqualTo(String.valueOf(TestData.CLOCK.instant().getEpochSecond()));
            assertThat(sent.signature()).isEqualTo(signature(sent));
        }
    }

    @Test
    void itGivesUpAfterTheLastWait() {
        failures.set(9);
        new Delivery(settings(), TestData.CLOCK, List.of(Duration.ZERO), Duration.ofSeconds(10)).deliver(end());
        assertThat(received).hasSize(2);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeft() {
        receiver.createContext("/silent", exchange -> {});
        WebhookSettings silent = new WebhookSettings(settings().url().replace("/hook", "/silent"), SECRET);
        long begun = System.nanoTime();
        new Delivery(silent, TestData.CLOCK, List.of(), Duration.ofMillis(300)).deliver(end());
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
    }
}
