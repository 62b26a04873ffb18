package fr.ecolhuma.etreprof.api.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.api.request.ApiException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** A bucket of tokens for each recent caller and kind of call; callers on this machine have no limit. */
@Component
final class RateLimits {

    private record Caller(String name, AccessRules.Kind kind) {}

    private static final int MOST_CALLERS = 10_000;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final AccessSettings.Rates rates;
    private final Cache<Caller, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            // by then the bucket is full again, as a new one is
            .expireAfterAccess(REFILL)
            .executor(Runnable::run)
            .build();

    RateLimits(AccessSettings settings) {
        this.rates = settings.ratePerMinute();
    }

    /**
     * Takes one request from the caller's allowance.
     *
     * @param key the name of the caller's key; a caller without one is known by the address
     * @throws ApiException 429 when nothing is left
     */
    void take(HttpServletRequest request, Optional<String> key) {
        if (AdminRule.isLocal(request)) {
            return;
        }
        AccessRules.Kind kind = AccessRules.kind(request);
        int rate = rate(kind);
        if (rate == 0) {
            return;
        }
        Caller caller = new Caller(key.orElseGet(request::getRemoteAddr), kind);
        ConsumptionProbe probe = buckets.get(caller, unseen -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            throw ApiException.tooMany(
                    "found more than %d such requests a minute; wait for %d s".formatted(rate, seconds), seconds);
        }
    }

    private int rate(AccessRules.Kind kind) {
        return switch (kind) {
            case READ -> rates.read();
            case CLASSIFY -> rates.classify();
            case ADMIN -> rates.admin();
        };
    }

    private static Bucket bucket(int rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, REFILL))
                .build();
    }
}
