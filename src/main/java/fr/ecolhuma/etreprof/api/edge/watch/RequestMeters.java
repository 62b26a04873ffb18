package fr.ecolhuma.etreprof.api.edge.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;

/** Times requests by method, route and status, under the name that Spring's own meter has. */
final class RequestMeters implements Consumer<RequestEnd> {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private record Key(String method, String route, int status, String exception) {}

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(RequestEnd end) {
        Key key = new Key(end.method(), end.route(), end.status(), end.exception());
        Timer timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, this::timer);
        }
        timer.record(end.nanos(), TimeUnit.NANOSECONDS);
    }

    /** As Spring names it. */
    private static String outcome(int status) {
        HttpStatus.Series series = HttpStatus.Series.resolve(status);
        return series == null
                ? "UNKNOWN"
                : switch (series) {
                    case SUCCESSFUL -> "SUCCESS";
                    default -> series.name();
                };
    }

    private Timer timer(Key key) {
        return Timer.builder("http.server.requests")
                .description("Requests, from the first byte read to the last written")
                .tag("method", key.method())
                .tag("uri", key.route())
                .tag("exception", key.exception())
                .tag("outcome", outcome(key.status()))
                .tag("status", String.valueOf(key.status()))
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }
}
