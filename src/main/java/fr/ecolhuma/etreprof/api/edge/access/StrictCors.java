package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Throws the refusal of a page of another origin; Spring's own processor writes a line of text. */
final class StrictCors extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        throw ApiException.of(
                ProblemKind.PAGE_NOT_ALLOWED,
                "found a web page's origin, method or header that is not allowed; the operator names allowed origins in ETREPROF_CORS_ORIGINS");
    }
}
