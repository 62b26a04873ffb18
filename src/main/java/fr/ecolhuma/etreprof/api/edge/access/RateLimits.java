package fr.ecolhuma.etreprof.api.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.api.request.ApiException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A bucket of tokens for each recent caller and kind of call. */
@Component
final class RateLimits {

    /** The allowance that a request takes from. */
    enum Kind {
        READ,
        CLASSIFY,
        ADMIN;

        static Kind of(HttpServletRequest request) {
            if (AccessTable.path(request).startsWith("/classify")) {
                return CLASSIFY;
            }
            Need need = AccessTable.need(request);
            boolean changes = !request.getMethod().equals("GET")
                    && !request.getMethod().equals("HEAD")
                    && (need == Need.ADMINISTRATION || need == Need.DECISIONS);
            return changes ? ADMIN : READ;
        }
    }

    private record Owner(String name, Kind kind) {}

    private static final int MOST_CALLERS = 10_000;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final AccessSettings.Rates rates;
    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
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
     * @param known the owner of the allowance; a caller who is not known has that of the address
     * @throws ApiException 429 when nothing is left
     */
    void take(HttpServletRequest request, @Nullable String known) {
        Kind kind = Kind.of(request);
        int rate = rate(kind);
        if (rate == 0) {
            return;
        }
        Owner owner = new Owner(known == null ? request.getRemoteAddr() : known, kind);
        ConsumptionProbe probe = buckets.get(owner, unseen -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            throw ApiException.tooMany(
                    "found more than %d such requests a minute; wait for %d s".formatted(rate, seconds), seconds);
        }
    }

    private int rate(Kind kind) {
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
