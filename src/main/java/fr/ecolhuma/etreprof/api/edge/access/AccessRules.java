package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The table of paths and the keys that they need. */
@Component
final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    /** The greeting, the description and health: open to all, always. */
    private static final List<Pattern> OPEN =
            patterns("/", "/docs(/.*)?", "/openapi\\.json", "/livez", "/readyz", "/actuator/health(/.*)?", "/error");

    /** Paths whose answers show single users. */
    private static final List<Pattern> PERSONAL =
            patterns("/user(/.*)?", "/clusters/[^/]*/users", "/clusters/recompute/jobs(/.*)?");

    /** Paths whose answers show the machine. */
    private static final List<Pattern> OPERATORS = patterns("/actuator(/.*)?");

    /**
     * Paths whose POST changes nothing: their input is too long for an address. Every other write needs an admin's key.
     */
    private static final List<Pattern> ASKING =
            patterns("/classify", "/classify/batch", "/clusters/assign", "/recommend");

    private final AccessSettings settings;
    private final AdminRule admin;

    AccessRules(AccessSettings settings, AdminRule admin) {
        this.settings = settings;
        this.admin = admin;
    }

    private static List<Pattern> patterns(String... paths) {
        return Arrays.stream(paths)
                .map(path -> Pattern.compile(path, Pattern.DOTALL))
                .toList();
    }

    /** The allowance that a request takes from. */
    enum Kind {
        READ,
        CLASSIFY,
        ADMIN
    }

    static Kind kind(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/classify")) {
            return Kind.CLASSIFY;
        }
        return changes(request.getMethod(), path) ? Kind.ADMIN : Kind.READ;
    }

    /** Whether a call may change state; true for every call that is not known to read only. */
    private static boolean changes(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> false;
            case "POST" -> !is(path, ASKING);
            default -> true;
        };
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext call) {
        Authentication known = caller.get();
        require(
                call.getRequest(),
                known != null && known.getPrincipal() instanceof Keys.Bearer bearer
                        ? Optional.of(bearer)
                        : Optional.empty());
        return new AuthorizationDecision(true);
    }

    /**
     * Lets the request pass or refuses it.
     *
     * @param bearer the owner of its key, or empty
     * @throws ApiException 401 or 403
     */
    void require(HttpServletRequest request, Optional<Keys.Bearer> bearer) {
        String path = path(request);
        if (changes(request.getMethod(), path)) {
            admin.require(request);
        } else if (is(path, OPEN) || request.getMethod().equals("OPTIONS")) {
            return;
        } else if (is(path, OPERATORS)) {
            admin.require(request);
        } else if (bearer.isEmpty() && needsKey(request, path)) {
            throw ApiException.unauthorized(
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            ? "found no key; send 'Authorization: Bearer' with a reader's or an admin's key"
                            : "found an unknown key; check it");
        }
    }

    private boolean needsKey(HttpServletRequest request, String path) {
        return switch (settings.read()) {
            case OPEN -> false;
            case KEY -> true;
            case AUTO -> is(path, PERSONAL) && !AdminRule.isLocal(request);
        };
    }

    private static boolean is(String path, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The path as Spring will match it: a letter written as %75 is that letter. */
    private static String path(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }
}
