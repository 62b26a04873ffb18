package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.access.Admission;
import fr.ecolhuma.etreprof.api.edge.form.Coding;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers plain reads of profiles to callers with the right to them, with the controller's bytes and headers.
 *
 * <p>Refused callers and unknown users go on to the filters and the controller, which say why.
 */
final class PersonalBodiesValve extends ValveBase {

    private final PersonalBodies bodies;
    private final Admission admission;

    PersonalBodiesValve(PersonalBodies bodies, Admission admission) {
        super(true);
        this.bodies = bodies;
        this.admission = admission;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Coding coding = Plain.is(request, response) ? Coding.of(request) : Coding.NONE;
        PreparedBody body = Plain.takes(coding) ? body(request, response) : null;
        if (body == null) {
            getNext().invoke(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, PersonalBodies.ROUTE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        response.setHeader(HttpHeaders.PRAGMA, "no-cache");
        response.setHeader(HttpHeaders.EXPIRES, "0");
        body.write(coding, request, response.getResponse());
        response.finishResponse();
    }

    private @Nullable PreparedBody body(Request request, Response response) {
        try {
            Optional<Supplier<PreparedBody>> known = bodies.at(request.getRequestURI());
            if (known.isEmpty()) {
                return null;
            }
            admission.admit(request, response);
            return known.get().get();
        } catch (RuntimeException refused) {
            // or failed: the controller says why
            return null;
        }
    }
}
