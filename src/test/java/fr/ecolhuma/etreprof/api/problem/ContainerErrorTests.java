package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the servlet container refuses before the service sees it is a problem too, never a page. */
class ContainerErrorTests extends RunningService {

    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private void assertProblem(String request, int status) {
        String answer = calls().raw(request);
        assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("application/problem+json");
        Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /%00                        | 400
            GET /user/%00/profile           | 400
            GET /user/1%2F2/profile         | 400
            GET /user/1%5C2/profile         | 400
            GET /%zz                        | 400
            GET /clusters%                  | 400
            GET /%C3%28                     | 400
            GET /../../etc/passwd           | 400
            GET /user/<1>/profile           | 400
            GET /user/[1]/profile           | 400
            GET /recommend/1?theme={x}      | 400
            GET //                          | 404
            GET //clusters                  | 404
            GET /user//profile              | 404
            GET /user/a:b/profile           | 400
            GET /user/%7Bid%7D/profile      | 400
            GET /clusters/                  | 404
            TRACE /clusters                 | 405
            G@T /clusters                   | 400
            BREW /clusters                  | 405
            """)
    void anOddRequestLine(String line, int status) {
        assertProblem(line + END, status);
    }

    @Test
    void aBrokenRequest() {
        assertProblem("GET /clusters HTTP/1.1\r\n\r\n", 400);
        assertProblem("GET /clusters HTTP/9.9\r\nHost: localhost\r\n\r\n", 505);
        assertProblem("GET /clusters HTTP/1.1\r\nHost: local_host:x\r\n\r\n", 400);
        assertProblem("GET /clusters HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        assertProblem("POST /clusters HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400);
        assertProblem("POST /clusters HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: odd\r\n\r\n", 501);
        assertProblem("\u0016\u0003\u0001\u0000 no HTTP at all\r\n\r\n", 400);
    }

    @Test
    void anAddressOrAHeaderThatIsTooLong() {
        assertProblem("GET /recommend/1?theme=" + "x".repeat(90_000) + END, 400);
        assertProblem("GET /clusters HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(90_000) + "\r\n\r\n", 400);
        assertProblem("GET /recommend/1?theme=" + "x".repeat(60_000) + END, 400);
    }

    @Test
    void anUnknownHostIsAnsweredLikeAnyOther() {
        assertThat(calls().raw("GET /readyz HTTP/1.1\r\nHost: elsewhere\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(calls().raw("GET /readyz HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void theServerDoesNotTellItsName() {
        assertThat(calls().get("/").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
}
