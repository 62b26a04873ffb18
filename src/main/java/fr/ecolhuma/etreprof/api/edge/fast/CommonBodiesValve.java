package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers plain reads of answers that are the same for everyone, in a fifth of the time that Spring takes.
 *
 * <p>Every other request (a query, a page of another origin, a condition other than If-None-Match, no model yet) goes
 * on to the controller, which gives the same bytes.
 */
final class CommonBodiesValve extends ValveBase {

    private final CommonBodies bodies;

    CommonBodiesValve(CommonBodies bodies) {
        super(true);
        this.bodies = bodies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        CommonBodies.Common common = Plain.is(request, response) ? bodies.at(request.getRequestURI()) : null;
        ResponseEntity<byte[]> answer = common == null ? null : answer(common);
        if (common == null || answer == null) {
            getNext().invoke(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, common.route());
        write(request, response, answer);
    }

    private static @Nullable ResponseEntity<byte[]> answer(CommonBodies.Common common) {
        try {
            return common.answer().get();
        } catch (ApiException e) {
            return null;
        }
    }

    private void write(Request request, Response response, ResponseEntity<byte[]> answer) throws IOException {
        String tag = Objects.requireNonNull(answer.getHeaders().getETag());
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            byte[] body = Objects.requireNonNull(answer.getBody());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
        response.finishResponse();
    }
}
