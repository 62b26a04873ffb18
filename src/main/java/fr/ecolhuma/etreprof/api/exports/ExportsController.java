package fr.ecolhuma.etreprof.api.exports;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.BoundedBody;
import fr.ecolhuma.etreprof.api.request.JsonFields;
import fr.ecolhuma.etreprof.api.request.Moments;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.run.ExportCheck;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /exports/check}: what a recompute would find in the exports, without one. */
@RestController
final class ExportsController {

    private static final int MOST_BYTES = 16 << 10;
    private static final String EXPECTED =
            "expected no body for the configured exports, or {\"users\": \"https://…\", \"contents\": \"https://…\", \"interactions\": \"https://…\"}";
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.+", Pattern.DOTALL);

    private final ExportCheck check;
    private final EtreprofSettings settings;
    private final AdminRule admin;
    private final Clock clock;

    ExportsController(ExportCheck check, EtreprofSettings settings, AdminRule admin, Clock clock) {
        this.clock = clock;
        this.check = check;
        this.settings = settings;
        this.admin = admin;
    }

    @PostMapping(path = "/exports/check", produces = MediaType.APPLICATION_JSON_VALUE)
    CheckAnswer check(
            @RequestParam(name = "as_of", required = false) @Nullable String asOf, HttpServletRequest request) {
        admin.require(request);
        LocalDate day = asOf == null ? null : Moments.dayUntilTomorrow("as_of", asOf, clock);
        Exports exports = exports(request);
        return HeavyWork.aside("exports-check", () -> CheckAnswer.of(check.check(exports, day)));
    }

    /** The exports that the body names, or the configured ones without a body. */
    private Exports exports(HttpServletRequest request) {
        byte[] body = BoundedBody.read(
                request,
                MOST_BYTES,
                () -> ApiException.of(ProblemKind.TOO_LARGE, "found a body of more than 16 KiB, " + EXPECTED)
                        .value("kib", 16));
        if (body.length == 0) {
            return settings.exports();
        }
        JsonFields fields = JsonFields.of(body, EXPECTED);
        return new Exports(
                required(fields, "users"),
                required(fields, "contents"),
                required(fields, "interactions"),
                address(fields, "topics"));
    }

    private static String required(JsonFields fields, String name) {
        String address = address(fields, name);
        if (address == null) {
            throw ApiException.of(ProblemKind.UNEXPECTED_JSON, "found no %s, %s".formatted(name, EXPECTED));
        }
        return address;
    }

    /**
     * Files of the server, its databases and buckets are named in its settings alone: a caller must neither find out which
     * there are nor read them by the service's rights.
     */
    private static @Nullable String address(JsonFields fields, String name) {
        String address = fields.text(name);
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw ApiException.of(
                            ProblemKind.MALFORMED_VALUE,
                            "%s: found '%s', expected an http(s) address; others stand in the settings only"
                                    .formatted(name, Shown.of(address)))
                    .value("parameter", name)
                    .value("address", Shown.of(address));
        }
        return address;
    }
}
