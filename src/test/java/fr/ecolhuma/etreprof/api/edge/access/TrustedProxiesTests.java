package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A Tomcat that tells who it believes to be called by; here the connection always comes from 127.0.0.1. */
class TrustedProxiesTests {

    private static final class Echo extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | 203.0.113.7                     | 127.0.0.1 http
            10.0.0.*            | 203.0.113.7                     | 127.0.0.1 http
            127.0.0             | 203.0.113.7                     | 127.0.0.1 http
            127.*.1             | 203.0.113.7                     | 127.0.0.1 http
            127.0.0.1           | 203.0.113.7                     | 203.0.113.7 https
            127.0.*.*           | 203.0.113.7                     | 203.0.113.7 https
            127.0.0.1           | 127.0.0.2, 203.0.113.7          | 203.0.113.7 https
            127.0.0.1           | 198.51.100.9, 203.0.113.7       | 203.0.113.7 https
            127.0.0.1           | 203.0.113.7, 10.0.0.5           | 10.0.0.5 https
            127.0.0.1,10.0.0.*  | 198.51.100.9, 203.0.113.7, 10.0.0.5 | 203.0.113.7 https
            """)
    void onlyTheProxiesThatAreNamedAreBelieved(String proxies, String forwarded, String caller) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TrustedProxies(settings(proxies)).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", forwarded)
                    .header("X-Forwarded-Proto", "https")
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo(caller);
        } finally {
            server.stop();
        }
    }

    private static AccessSettings settings(String proxies) {
        List<String> named = proxies.isEmpty() ? List.of() : List.of(proxies.split(","));
        return new AccessSettings(
                AccessSettings.Read.AUTO, List.of(), "", List.of(), named, new AccessSettings.Rates(0, 0, 0));
    }
}
