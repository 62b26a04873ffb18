package fr.ecolhuma.etreprof.ingestion.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.ecolhuma.etreprof.SelfSigned;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that no https address can trust, or that speak no TLS. */
@Timeout(60)
class TlsTroubleTests {

    @TempDir
    Path folder;

    private String refusal(int port) {
        String[] message = new String[1];
        URI address = URI.create("https://localhost:%d/users.csv".formatted(port));
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() ->
                        Download.of("users", "users.csv").fetch(address, "secret", folder.resolve("users.fetched")))
                .satisfies(e -> message[0] = e.getMessage());
        return message[0];
    }

    @Test
    void aCertificateThatNobodyKnowsIsSaid() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            assertThat(refusal(server.getAddress().getPort()))
                    .isEqualTo(
                            "users.csv: the address of the users export cannot be read: the TLS certificate of the host is not"
                                    + " trusted, has expired or is of another name; check the name in the address, and the certificates"
                                    + " that this machine trusts");
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        KeyStore keys = SelfSigned.make(folder.resolve("keys.p12"));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SelfSigned.password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aServerWithoutTlsIsSaid() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));
            assertThat(refusal(plain.getLocalPort()))
                    .isEqualTo(
                            "users.csv: the address of the users export cannot be read: the host does not speak TLS at this"
                                    + " port as expected; check the port and the scheme");
        }
    }

    /** As web servers do at a port for plain HTTP. */
    private static void answerPlainly(ServerSocket plain) {
        try (Socket caller = plain.accept()) {
            assertThat(caller.getInputStream().read()).isPositive();
            caller.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the caller has gone
        }
    }
}
