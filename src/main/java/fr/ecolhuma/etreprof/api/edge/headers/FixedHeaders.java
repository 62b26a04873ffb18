package fr.ecolhuma.etreprof.api.edge.headers;

import fr.ecolhuma.etreprof.api.edge.access.AccessSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The headers for browsers that every answer has. */
@Component
final class FixedHeaders {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final boolean varies;

    FixedHeaders(AccessSettings settings) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
        varies = !settings.corsOrigins().isEmpty();
    }

    /**
     * Writes them.
     *
     * @param secure whether the caller uses HTTPS, and must keep to it
     */
    void write(boolean secure, HttpServletResponse response) {
        headers.forEach(response::setHeader);
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
        if (varies) {
            response.addHeader("Vary", "Origin");
        }
    }
}
