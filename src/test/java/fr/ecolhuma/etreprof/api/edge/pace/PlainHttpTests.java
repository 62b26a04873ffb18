package fr.ecolhuma.etreprof.api.edge.pace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.DemoService;
import fr.ecolhuma.etreprof.api.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, conditions, HEAD, OPTIONS and odd heads get the answers that HTTP gives them. */
class PlainHttpTests extends DemoService {

    private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

    private static byte[] request(String method, String path) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/clusters", "/recommend/2", "/user/26/profile", "/openapi.json", "/model/recommender"})
    void anAnswerIsGivenWholeWhateverRangeIsAsked(String path) {
        Answer whole = calls().get(path);
        for (String range : new String[] {"bytes=0-4", "bytes=-5", "bytes=9-1,-", "bytes=999999999-", "lines=1-2"}) {
            Answer answer = calls().get(path, "Range", range);
            assertThat(answer.status()).as(range).isEqualTo(200);
            assertThat(answer.body()).as(range).isEqualTo(whole.body());
            assertThat(answer.header("content-range")).isEmpty();
        }
        assertThat(whole.header("accept-ranges")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/docs/start.js, openapi.json", "/actuator/sbom/application, CycloneDX"})
    void aFileIsGivenWholeToo(String path, String within) {
        for (String range : new String[] {"bytes=0-4", "bytes=999999999-"}) {
            Answer answer = calls().get(path, "Range", range);
            assertThat(answer.status()).as(range).isEqualTo(200);
            assertThat(answer.body()).contains(within);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/2", "/recommend/2?limit=7"})
    void onlyTheTagTellsWhetherAnAnswerIsKnown(String path) {
        String tag = calls().get(path).header("etag");
        for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, tag + " , \"x\""}) {
            Answer answer = calls().get(path, "If-None-Match", known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("etag")).isEqualTo(tag);
        }
        assertThat(calls().get(path, "If-None-Match", "\"x\"").status()).isEqualTo(200);
        assertThat(calls().get(path, "If-None-Match", "nonsense").status()).isEqualTo(200);
        assertThat(calls().get(path, "If-None-Match", tag.replace("\"", "")).status())
                .isEqualTo(200);
        assertThat(calls().get(path, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(calls().get(path, "If-Modified-Since", "never").status()).isEqualTo(200);
        assertThat(calls().get(path, "If-Range", tag, "Range", "bytes=0-4").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/clusters, 200",
        "/recommend/2, 200",
        "/recommend/9, 404",
        "/recommend/x, 400",
        "/user/26/profile, 200",
        "/user/26/recommendations, 200",
        "/nothing, 404",
        "/classify, 405",
        "/livez, 200",
        "/actuator/prometheus, 200",
        "/openapi.json, 200",
        "/docs, 200"
    })
    void headIsGetWithoutTheBody(String path, int status) throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            RawConnection.Answer head = connection.send("HEAD", request("HEAD", path));
            RawConnection.Answer get = connection.send("GET", request("GET", path));
            assertThat(head.status()).isEqualTo(status).isEqualTo(get.status());
            assertThat(head.headers().get("content-type"))
                    .isEqualTo(get.headers().get("content-type"));
            assertThat(head.headers().get("etag")).isEqualTo(get.headers().get("etag"));
            assertThat(get.body()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 'GET,HEAD,OPTIONS'",
        "/clusters, 'GET,HEAD,OPTIONS'",
        "/recommend/2, 'GET,HEAD,OPTIONS'",
        "/user/26/profile, 'GET,HEAD,OPTIONS'",
        "/classify, 'POST,OPTIONS'",
        "/classify/batch, 'POST,OPTIONS'",
        "/clusters/recompute, 'POST,OPTIONS'"
    })
    void optionsTellsTheMethods(String path, String methods) {
        Answer answer = calls().send("OPTIONS", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("allow")).isEqualTo(methods);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void optionsOfNothingIsNothing() {
        Calls.problem(calls().send("OPTIONS", "/nothing"), 404);
        assertThat(calls().raw("OPTIONS * HTTP/1.1\r\n" + END)).startsWith("HTTP/1.1 200");
    }

    private String withHeaders(int count) {
        String headers =
                IntStream.range(0, count).mapToObj(i -> "X-" + i + ": v\r\n").collect(Collectors.joining());
        return calls().raw("GET /clusters HTTP/1.1\r\n" + headers + END);
    }

    @Test
    void aThousandHeadersAreTooMany() {
        assertThat(withHeaders(90)).startsWith("HTTP/1.1 200");
        for (int count : new int[] {101, 1_000}) {
            String answer = withHeaders(count);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("X-7");
            Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), 400);
        }
    }

    @Test
    void anExpectationIsMetOrRefused() {
        String head = "POST /classify HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 30\r\n";
        String text = "Apprendre les fractions au CM1";
        assertThat(calls().raw(head + "Expect: 100-continue\r\n" + END + text))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 200");
        String refused = calls().raw(head + "Expect: 200-ok\r\n" + END + text);
        assertThat(refused).startsWith("HTTP/1.1 417");
        Calls.problem(refused.substring(refused.indexOf('{'), refused.lastIndexOf('}') + 1), 417);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /recommend/../clusters              | 400
            /./clusters                         | 400
            /user/26/profile/..                 | 400
            /docs/../../application.yml         | 400
            /%2e%2e/%2e%2e/etc/passwd           | 400
            /docs/..%2f..%2fapplication.yml     | 400
            /docs/..%5capplication.yml          | 400
            /docs/%2e%2e/openapi.yaml           | 404
            /docs/..%252f..%252fapplication.yml | 400
            /docs/openapi.yaml                  | 404
            /recommend/%2e%2e/clusters          | 404
            /recommend/..%252fclusters          | 400
            /%2fclusters                        | 400
            /clusters%2f                        | 400
            /clusters;jsessionid=1              | 400
            /..;/clusters                       | 400
            /recommend/2%0d%0aX-Injected:%201   | 400
            /clusters#x                         | 400
            """)
    void aPathLeadsNowhereElse(String path, int status) {
        String answer = calls().raw("GET " + path + " HTTP/1.1\r\n" + END);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("X-Injected");
        Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), status);
    }

    @ParameterizedTest
    @CsvSource({"PRI * HTTP/2.0, ''", "CONNECT example.org:443 HTTP/1.1, 501", "GET * HTTP/1.1, 400"})
    void noTunnelIsOpened(String line, String status) {
        String answer = calls().raw(line + "\r\n" + END, true);
        assertThat(answer).startsWith(status.isEmpty() ? "" : "HTTP/1.1 " + status);
        assertThat(answer).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void aConnectionCarriesManyRequests() throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            for (int i = 0; i < 300; i++) {
                assertThat(connection.send("GET", request("GET", "/")).headers())
                        .as("answer %d", i)
                        .doesNotContainKey("connection");
            }
        }
    }
}
