package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.form.Coding;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
        Coding coding = common == null ? Coding.NONE : Coding.of(request);
        PreparedBody answer = common == null || !Plain.takes(coding) ? null : answer(common);
        if (common == null || answer == null) {
            getNext().invoke(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, common.route());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        answer.write(coding, request, response.getResponse());
        response.finishResponse();
    }

    private static @Nullable PreparedBody answer(CommonBodies.Common common) {
        try {
            return common.answer().get();
        } catch (ApiException e) {
            return null;
        }
    }
}
