package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets the bearer of an admin's key change state; where no admin's key is configured, a caller on this machine. */
@Component
public final class AdminRule {

    /**
     * A request with one of these headers came through a proxy or from a page in a browser, wherever its connection
     * ends.
     */
    private static final List<String> RELAYED = List.of("Forwarded", "X-Forwarded-For", HttpHeaders.ORIGIN);

    private final Keys keys;

    AdminRule(Keys keys) {
        this.keys = keys;
    }

    /**
     * Lets the request pass or refuses it.
     *
     * @throws ApiException 401 without an admin's key, 403 with a reader's key; where no admin's key is configured, 403
     *     from another machine
     */
    public void require(HttpServletRequest request) {
        Optional<Keys.Bearer> bearer = keys.bearer(request);
        if (bearer.isPresent()) {
            if (bearer.get().role() != Role.ADMIN) {
                throw ApiException.forbidden("found a reader's key, expected an admin's key: this call changes state");
            }
        } else if (keys.hasAdmin()) {
            throw ApiException.unauthorized(
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            ? "found no bearer token; send 'Authorization: Bearer' with the admin token"
                            : "found a bearer token that is not the admin token; check it");
        } else if (!isLocal(request)) {
            throw ApiException.forbidden(
                    "found a caller on another machine and no admin token configured; set ETREPROF_ADMIN_TOKEN and send it as a bearer token");
        }
    }

    /** Whether a request comes from this machine, and not through a proxy or from a page. */
    public static boolean isLocal(HttpServletRequest request) {
        for (String header : RELAYED) {
            if (request.getHeader(header) != null) {
                return false;
            }
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
