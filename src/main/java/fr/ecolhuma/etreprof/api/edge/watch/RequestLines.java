package fr.ecolhuma.etreprof.api.edge.watch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs one line per request without personal data: the route instead of the path, and no address.
 *
 * <p>Probes and the operators' paths are logged only when they fail.
 */
final class RequestLines implements Consumer<RequestEnd> {

    /** The field in which Cloud Logging shows a request. */
    static final String HTTP_REQUEST = "httpRequest";

    private static final Logger LOG = LoggerFactory.getLogger("requests");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int SERVER_ERROR = 500;

    /** An unknown method, coding or version of HTTP is the caller's error, though its status is above 500. */
    private static final Set<Integer> OF_CALLERS = Set.of(501, 505);

    @Override
    public void accept(RequestEnd end) {
        boolean failed = end.status() >= SERVER_ERROR && !OF_CALLERS.contains(end.status());
        if (failed || !isProbe(end.route())) {
            LOG.atLevel(failed ? Level.ERROR : Level.INFO)
                    .addKeyValue(HTTP_REQUEST, fields(end))
                    .log("{} {} {} {} ms", end.method(), end.route(), end.status(), end.millis());
        }
    }

    private static boolean isProbe(String route) {
        return route.equals("/livez") || route.equals("/readyz") || route.startsWith("/actuator");
    }

    private static Map<String, Object> fields(RequestEnd end) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requestMethod", end.method());
        fields.put("requestUrl", end.route());
        fields.put("status", end.status());
        fields.put("responseSize", String.valueOf(end.bytes()));
        fields.put("latency", String.format(Locale.ROOT, "%.6fs", end.nanos() / NANOS_PER_SECOND));
        return fields;
    }
}
