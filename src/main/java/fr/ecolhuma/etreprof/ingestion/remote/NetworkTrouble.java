package fr.ecolhuma.etreprof.ingestion.remote;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The words for a host that cannot be reached: what was found and what to do, the same for every kind of source. */
public enum NetworkTrouble {
    NO_SUCH_NAME(
            "the name of the host does not resolve; check it in the address, and the name service of this machine"),
    BAD_CERTIFICATE(
            "the TLS certificate of the host is not trusted, has expired or is of another name; check the name in the "
                    + "address, and the certificates that this machine trusts"),
    NO_TLS("the host does not speak TLS at this port as expected; check the port and the scheme"),
    NO_ANSWER("no connection in time; check scheme, host and port, and the firewalls between"),
    REFUSED("the connection was refused; check host and port, and that the server runs");

    private static final int DEEPEST = 10;

    private final String message;

    NetworkTrouble(String message) {
        this.message = message;
    }

    /** What was found and what to do. */
    public String message() {
        return message;
    }

    /** The trouble behind an exception, the most exact first; empty for others, such as a connection that broke off. */
    public static Optional<NetworkTrouble> behind(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return Arrays.stream(values())
                .filter(trouble -> chain.stream().anyMatch(trouble::isBehind))
                .findFirst();
    }

    private boolean isBehind(Throwable cause) {
        return switch (this) {
            case NO_SUCH_NAME -> cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException;
            case BAD_CERTIFICATE -> cause instanceof CertificateException;
            case NO_TLS -> cause instanceof SSLException;
            case NO_ANSWER ->
                cause instanceof HttpConnectTimeoutException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof NoRouteToHostException;
            case REFUSED -> cause instanceof ConnectException;
        };
    }
}
