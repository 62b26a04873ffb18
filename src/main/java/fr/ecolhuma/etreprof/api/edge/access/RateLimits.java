package fr.ecolhuma.etreprof.api.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.api.request.Allowance;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
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

    /** A caller by IPv6 has a network of its own, of 2^64 addresses. */
    private static final int NETWORK_BYTES = 8;

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

    /** What is left in a bucket. */
    private record Left(Owner owner, Bucket bucket, int rate) implements Allowance {

        @Override
        public Duration take(long requests) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(requests, rate));
            return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
        }

        @Override
        public String caller() {
            return owner.name();
        }

        @Override
        public long limit() {
            return rate;
        }

        @Override
        public long left() {
            return bucket.getAvailableTokens();
        }

        @Override
        public ApiException spent(Duration wait) {
            long seconds = Math.max(1, wait.toSeconds());
            String what = owner.kind() == Kind.CLASSIFY
                    ? "ordinary texts a minute (a long text, a document or a batch counts as several)"
                    : "such requests a minute";
            return ApiException.later(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "found more than %d %s; wait for %d s".formatted(rate, what, seconds),
                            seconds)
                    .value(owner.kind() == Kind.CLASSIFY ? "texts" : "requests", rate)
                    .value("seconds", seconds);
        }
    }

    /**
     * Takes one request from the caller's allowance, which stays with the request: a heavy one takes more later.
     *
     * @param known the owner of the allowance; a caller who is not known has that of the address or its network
     * @throws ApiException 429 when nothing is left
     */
    void take(HttpServletRequest request, @Nullable String known) {
        Allowance left = of(request, known);
        left.keepWith(request);
        left.require(1);
    }

    /** The caller's allowance for this kind of call. */
    Allowance of(HttpServletRequest request, @Nullable String known) {
        Kind kind = Kind.of(request);
        int rate = rate(kind);
        if (rate == 0) {
            return Allowance.UNLIMITED;
        }
        Owner owner = new Owner(known == null ? network(request.getRemoteAddr()) : known, kind);
        return new Left(owner, buckets.get(owner, unseen -> bucket(rate)), rate);
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
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
