package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** What a caller may still ask for in this minute, in ordinary requests: a heavy one counts as several. */
public interface Allowance {

    /** The allowance of callers without a limit. */
    Allowance UNLIMITED = new Allowance() {
        @Override
        public Duration take(long requests) {
            return Duration.ZERO;
        }

        @Override
        public String caller() {
            return "";
        }

        @Override
        public long limit() {
            return 0;
        }

        @Override
        public long left() {
            return 0;
        }

        @Override
        public ApiException spent(Duration wait) {
            throw new IllegalStateException("without a limit, nothing is ever spent");
        }
    };

    /** Takes requests, or returns how long to wait for them; more than a minute's count as a minute's. */
    Duration take(long requests);

    /** The caller's name, address or network; empty for callers without a limit. */
    String caller();

    /** Ordinary requests a minute; 0 for no limit. */
    long limit();

    /** Those of them that are left. */
    long left();

    /** The refusal, 429, of what cannot be taken. */
    ApiException spent(Duration wait);

    /**
     * Takes requests.
     *
     * @throws ApiException 429 when too little is left
     */
    default void require(long requests) {
        Duration wait = requests > 0 ? take(requests) : Duration.ZERO;
        if (wait.isPositive()) {
            throw spent(wait);
        }
    }

    /** Keeps it with a request. */
    default void keepWith(HttpServletRequest request) {
        request.setAttribute(Allowance.class.getName(), this);
    }

    /** The allowance kept with a request. */
    static Allowance of(HttpServletRequest request) {
        return request.getAttribute(Allowance.class.getName()) instanceof Allowance kept ? kept : UNLIMITED;
    }
}
