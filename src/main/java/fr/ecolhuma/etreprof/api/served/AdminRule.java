package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who may change state: the bearer of the admin token; where none is set, a caller on this machine. */
@Component
public final class AdminRule {

    private static final String BEARER = "bearer ";

    /** A request with one of these came through a proxy or from a page in a browser, wherever its connection ends. */
    private static final List<String> RELAYED = List.of("Forwarded", "X-Forwarded-For", HttpHeaders.ORIGIN);

    private final byte[] token;

    AdminRule(@Value("${etreprof.admin-token}") String token) {
        this.token = token.strip().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets the request pass or refuses it.
     *
     * @throws ApiException 401 without the right token, 403 from another machine where no token is set
     */
    public void require(HttpServletRequest request) {
        if (token.length > 0) {
            requireToken(request.getHeader(HttpHeaders.AUTHORIZATION));
        } else if (!isLocal(request)) {
            throw ApiException.forbidden(
                    "found a caller from elsewhere and no admin token configured; set ETREPROF_ADMIN_TOKEN and send it as a bearer token");
        }
    }

    private void requireToken(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ApiException.unauthorized("found no bearer token; send 'Authorization: Bearer' with the admin token");
        }
        byte[] sent = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, token)) {
            throw ApiException.unauthorized("found another bearer token than the admin token; check it");
        }
    }

    private static boolean isLocal(HttpServletRequest request) {
        boolean relayed = RELAYED.stream().anyMatch(header -> request.getHeader(header) != null);
        try {
            return !relayed && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
