package fr.ecolhuma.etreprof.api.edge.form;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.recompute.live.SheetSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the answers of controllers their form: the list as a sheet, the tag and the 304, the packed bytes. Everything below it
 * answers whole and plain.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
final class FormFilter extends OncePerRequestFilter {

    private static final Pattern STATES = Pattern.compile("/(actuator(/.*)?|livez|readyz)");

    private final JsonMapper mapper;
    private final char separator;
    private final PackedAnswers packed = new PackedAnswers();

    FormFilter(JsonMapper mapper, SheetSettings sheets) {
        this.mapper = mapper;
        this.separator = sheets.character();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Coding coding = Coding.of(request);
        if (coding == Coding.NONE) {
            throw ApiException.of(
                    ProblemKind.NOT_ACCEPTABLE,
                    "found an Accept-Encoding header that refuses gzip and plain answers; accept gzip or identity");
        }
        HeldResponse held = new HeldResponse(response, coding);
        boolean sent = false;
        try {
            chain.doFilter(FormRequest.of(request), held);
            if (request.isAsyncStarted()) {
                held.open();
            } else {
                end(request, held);
            }
            sent = true;
        } finally {
            if (!sent) {
                held.abandon();
            }
        }
    }

    private void end(HttpServletRequest request, HeldResponse held) throws IOException {
        byte[] body = held.whole();
        if (body == null) {
            if (held.isSilent()) {
                // the actuator's answer for a name that it does not know
                throw ApiException.of(ProblemKind.NO_SUCH_PATH, "no such path; /docs lists them");
            }
            held.finish();
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads
                || held.getStatus() != HttpServletResponse.SC_OK
                || STATES.matcher(request.getRequestURI()).matches()) {
            held.send(body);
            return;
        }
        AskedSheet asked = AskedSheet.of(request);
        held.send(asked == null ? body : sheet(asked, request, held, body), request, packed);
    }

    private byte[] sheet(AskedSheet asked, HttpServletRequest request, HeldResponse held, byte[] body)
            throws IOException {
        JsonNode answer = mapper.readTree(body);
        held.becomeSheet(asked.fileName(request, answer));
        return Sheet.of(answer, asked.sheet().rows(), asked.sheet().each()).csv(separator);
    }
}
