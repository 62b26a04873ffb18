package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.Allowance;
import jakarta.servlet.http.HttpServletResponse;

/** Tells callers what is left of their allowance, so that they slow down before they are refused. */
final class RateHeaders {

    static final String LIMIT = "RateLimit-Limit";
    static final String REMAINING = "RateLimit-Remaining";
    static final String RESET = "RateLimit-Reset";

    private static final long MINUTE_SECONDS = 60;

    private RateHeaders() {}

    /** Sets the requests a minute, those left when the call came, and the seconds until all are back; none without a limit. */
    static void set(HttpServletResponse response, Allowance allowance) {
        long limit = allowance.limit();
        if (limit > 0) {
            long left = allowance.left();
            response.setHeader(LIMIT, String.valueOf(limit));
            response.setHeader(REMAINING, String.valueOf(left));
            response.setHeader(RESET, String.valueOf(Math.ceilDiv((limit - left) * MINUTE_SECONDS, limit)));
        }
    }
}
