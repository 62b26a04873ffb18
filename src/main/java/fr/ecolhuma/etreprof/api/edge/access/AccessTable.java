package fr.ecolhuma.etreprof.api.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** The table of calls and the right that each needs; a call that is not in it needs an admin's. */
final class AccessTable {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");

    private record Line(Need need, Set<String> methods, Pattern path) {

        private Line(Need need, Set<String> methods, String path) {
            this(need, methods, Pattern.compile(path, Pattern.DOTALL));
        }

        private boolean has(String method, String address) {
            return methods.contains(method) && path.matcher(address).matches();
        }
    }

    /** The first line that has a call counts. */
    private static final List<Line> LINES = List.of(
            new Line(
                    Need.NOTHING,
                    READS,
                    "/|/docs(/.*)?|/redoc|/openapi\\.(json|yaml)|/favicon\\.ico|/livez|/readyz|/actuator/health(/.*)?|/error"),
            new Line(Need.ADMINISTRATION, READS, "/actuator(/.*)?"),
            new Line(Need.OWN, READS, "/user/[^/]+/(profile|recommendations)"),
            new Line(Need.PERSONAL, READS, "/user(/.*)?|/clusters/[^/]*/users|/clusters/recompute/jobs(/.*)?"),
            new Line(Need.READING, READS, ".*"),
            // their input is too long for an address; they change nothing
            new Line(Need.READING, POST, "/classify|/classify/batch|/clusters/assign|/recommend"),
            new Line(Need.TOKEN, POST, "/user/[^/]+/token"),
            new Line(Need.EVENTS, POST, "/events"),
            new Line(Need.DECISIONS, Set.of("PUT", "DELETE"), "/content/[^/]+/[^/]+/decision"));

    private static final Pattern OF_USER = Pattern.compile("/user/(-?[0-9]{1,19})/.*", Pattern.DOTALL);

    private AccessTable() {}

    static Need need(HttpServletRequest request) {
        return need(request.getMethod(), path(request));
    }

    static Need need(String method, String path) {
        if (method.equals("OPTIONS")) {
            return Need.NOTHING;
        }
        for (Line line : LINES) {
            if (line.has(method, path)) {
                return line.need();
            }
        }
        return Need.ADMINISTRATION;
    }

    /** Whether a call is about a user. */
    static boolean isOf(long user, HttpServletRequest request) {
        Matcher named = OF_USER.matcher(path(request));
        return named.matches() && named.group(1).equals(Long.toString(user));
    }

    /** The path as Spring will match it: a letter written as %75 is that letter. */
    static String path(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }
}
