package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.springframework.http.HttpHeaders;

/**
 * Whether a request comes from this machine itself, and not through a proxy or from a page in a browser.
 *
 * <p>A proxy on this machine that adds no header, speaks HTTP/1.1 and names a local {@code Host} cannot be told from a
 * local caller. So locality gives rights only where no key is configured.
 */
final class Locality {

    /** Headers of proxies, in lower case; those that begin with {@code x-forwarded} are not listed. */
    private static final Set<String> RELAYED = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-envoy-external-address",
            "cf-connecting-ip",
            "true-client-ip",
            "fastly-client-ip",
            "fly-client-ip",
            "cdn-loop");

    /** A page may give another name the address of this machine. */
    private static final Pattern HOST = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private static final String OBSTACLE = Locality.class.getName();

    private Locality() {}

    /**
     * A sign that a request is not local.
     *
     * @param cause of the refusal, for its message
     */
    record Obstacle(ProblemKind problem, String cause) {

        private static final Obstacle NONE = new Obstacle(ProblemKind.NO_KEY, "");

        static Optional<Obstacle> of(ProblemKind problem, String cause) {
            return Optional.of(new Obstacle(problem, cause));
        }
    }

    static boolean isLocal(HttpServletRequest request) {
        return obstacle(request).isEmpty();
    }

    /** The first sign that a request is not local; empty for a local one. It is looked for once. */
    static Optional<Obstacle> obstacle(HttpServletRequest request) {
        if (!(request.getAttribute(OBSTACLE) instanceof Obstacle obstacle)) {
            Optional<Obstacle> found = find(request);
            request.setAttribute(OBSTACLE, found.orElse(Obstacle.NONE));
            return found;
        }
        return obstacle.equals(Obstacle.NONE) ? Optional.empty() : Optional.of(obstacle);
    }

    private static Optional<Obstacle> find(HttpServletRequest request) {
        if (!isLoopback(request.getRemoteAddr())) {
            return Obstacle.of(ProblemKind.OTHER_MACHINE, "found a caller on another machine");
        }
        // of a proxy that is trusted: the valve has taken its headers away, and the address is what they said
        if (request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null) {
            return Obstacle.of(ProblemKind.RELAYED_CALL, "found a call through a proxy of ETREPROF_TRUSTED_PROXIES");
        }
        if (request.getHeader(HttpHeaders.ORIGIN) != null) {
            return Obstacle.of(ProblemKind.CALL_FROM_PAGE, "found a call from a web page (header Origin)");
        }
        Optional<Obstacle> relayed = relayed(request);
        if (relayed.isPresent()) {
            return relayed;
        }
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null && HOST.matcher(host).matches()
                ? Optional.empty()
                : Obstacle.of(
                        ProblemKind.RELAYED_CALL,
                        "found the Host '%s', expected localhost, 127.0.0.1 or [::1]"
                                .formatted(host == null ? "" : Shown.of(host)));
    }

    private static Optional<Obstacle> relayed(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            String header = name.toLowerCase(Locale.ROOT);
            if (RELAYED.contains(header) || header.startsWith("x-forwarded")) {
                return Obstacle.of(
                        ProblemKind.RELAYED_CALL, "found a call through a proxy (header %s)".formatted(Shown.of(name)));
            }
        }
        return request.getProtocol().equals("HTTP/1.1")
                ? Optional.empty()
                : Obstacle.of(
                        ProblemKind.RELAYED_CALL,
                        "found a call by %s, as proxies make them, expected HTTP/1.1"
                                .formatted(Shown.of(request.getProtocol())));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
