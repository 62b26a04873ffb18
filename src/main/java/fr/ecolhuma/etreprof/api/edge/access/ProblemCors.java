package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses pages of other origins with a problem, and not with a line of text. */
final class ProblemCors extends DefaultCorsProcessor {

    private final HandlerExceptionResolver problems;

    ProblemCors(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration origins, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean passes = super.processRequest(origins, request, response);
        if (!passes) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    ApiException.forbidden(
                            "found a web page's origin, method or header that is not taken here; the operator names origins in ETREPROF_CORS_ORIGINS"));
        }
        return passes;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // answered above, where the request is known
    }
}
