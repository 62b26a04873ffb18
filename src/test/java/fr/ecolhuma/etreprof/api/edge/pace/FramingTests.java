package fr.ecolhuma.etreprof.api.edge.pace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a request ends is what HTTP says, or its connection ends with it: no request hides in the body of another. */
class FramingTests extends DemoService {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String TEXT = "Apprendre les fractions au CM1";
    private static final String HOST = "Host: localhost\r\n";

    /** What would be answered with a 404 if it were taken for a request. */
    private static final String HIDDEN = "GET /recommend/9 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private static final String LAST = "GET / HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static String post(String path, String type, String headers) {
        return "POST %s HTTP/1.1\r\n%sContent-Type: %s\r\n%s\r\n\r\n".formatted(path, HOST, type, headers);
    }

    private static String problem(String answer) {
        return answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 5 & Transfer-Encoding: chunked          | 422
            Transfer-Encoding: chunked & Content-Length: 5          | 422
            Content-Length: 5 & Content-Length: 6                   | 400
            Content-Length: 5 & Content-Length: 5                   | 400
            Content-Length: 5, 5                                    | 400
            Content-Length: +5                                      | 400
            Content-Length: -5                                      | 400
            Content-Length: 0x5                                     | 400
            Content-Length: 5.0                                     | 400
            Content-Length:                                         | 400
            Content-Length: 99999999999999999999                    | 400
            Content-Length : 5                                      | 400
            Transfer-Encoding : chunked                             | 400
            Transfer-Encoding: chunked & Transfer-Encoding: chunked | 400
            Transfer-Encoding: chunked, identity                    | 400
            Transfer-Encoding: identity                             | 501
            Transfer-Encoding: xchunked                             | 501
            Transfer-Encoding: gzip, chunked                        | 501
            no colon                                                | 400
            : no name                                               | 400
            """)
    void aLengthInDoubtIsAnsweredOnceAndEndsTheConnection(String headers, int status) {
        String request = post("/classify", "text/plain", headers.replace(" & ", "\r\n")) + "0\r\n\r\n" + HIDDEN;
        String answer = calls().raw(request);
        assertThat(statuses(answer)).containsExactly(status);
        Calls.problem(problem(answer), status);
    }

    @Test
    void charactersThatNoHeaderHasAreRefused() {
        for (String odd : List.of("a\rb", "a\u0000b", "\u000Bchunked")) {
            String answer = calls().raw(post("/classify", "text/plain", "Transfer-Encoding: " + odd) + HIDDEN);
            assertThat(statuses(answer)).as(odd).containsExactly(400);
            Calls.problem(problem(answer), 400);
        }
    }

    @Test
    void aFoldedHeaderIsOneHeader() {
        String folded = post("/classify", "text/plain", "X-Note: a\r\n Content-Length: 500");
        assertThat(statuses(calls().raw(folded + LAST))).containsExactly(422, 200);
        String chunked = post("/classify", "text/plain", "Transfer-Encoding:\r\n chunked") + "0\r\n\r\n";
        assertThat(statuses(calls().raw(chunked + LAST))).containsExactly(422, 200);
        String first = "GET / HTTP/1.1\r\n X-Note: a\r\n" + HOST + "\r\n" + HIDDEN;
        assertThat(statuses(calls().raw(first))).containsExactly(400);
    }

    @Test
    void anOlderVersionHasNoChunks() {
        String request =
                post("/classify", "text/plain", "Transfer-Encoding: chunked").replace("HTTP/1.1", "HTTP/1.0");
        assertThat(statuses(calls().raw(request + "0\r\n\r\n" + HIDDEN))).containsExactly(400);
    }

    @Test
    void aBodyThatNobodyAskedForIsSkippedWhole() {
        for (String path : List.of("/", "/clusters", "/recommend/2", "/user/26/profile", "/livez")) {
            String head = "GET " + path + " HTTP/1.1\r\n" + HOST;
            String plain = head + "Content-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN + LAST;
            assertThat(statuses(calls().raw(plain))).as(path).containsExactly(200, 200);
            String chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
                    + "%x\r\n%s\r\n0\r\n\r\n".formatted(HIDDEN.length(), HIDDEN) + LAST;
            assertThat(statuses(calls().raw(chunked))).as(path).containsExactly(200, 200);
        }
    }

    @Test
    void requestsInOneGoAreAnsweredInTheirOrder() {
        String wrong = "GET /recommend/9 HTTP/1.1\r\n" + HOST + "\r\n";
        String right = "GET /clusters HTTP/1.1\r\n" + HOST + "\r\n";
        assertThat(statuses(calls().raw(right + wrong + wrong + right + LAST)))
                .containsExactly(200, 404, 404, 200, 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2~abcdef~0~~
            -3~abc~0~~
            0x3~abc~0~~
            ' 3 ~abc~0~~'
            fffffffffffffffff~abc~0~~
            zz~abc~0~~
            ff~abc~0~~
            3~abc
            3~abc~
            '~'
            """)
    void chunksThatLieAreRefused(String chunks) {
        String body = chunks.replace("~", "\r\n");
        for (String path : List.of("/classify", "/recommend", "/clusters/assign")) {
            String type = path.equals("/classify") ? "text/plain" : "application/json";
            String answer = calls().raw(post(path, type, "Transfer-Encoding: chunked") + body, true);
            assertThat(statuses(answer)).as(path).containsExactly(400);
            Calls.problem(problem(answer), 400);
        }
    }

    @Test
    void chunksHaveNoRoomForMore() {
        String chunk = "%x%s\r\n%s\r\n0\r\n%s\r\n";
        String head = post("/classify", "text/plain", "Transfer-Encoding: chunked");
        int length = TEXT.length();
        String extended = head + chunk.formatted(length, ";a=b", TEXT, "");
        assertThat(statuses(calls().raw(extended + LAST))).containsExactly(200, 200);
        String trailer = "Content-Length: 3\r\nHost: elsewhere\r\nAuthorization: Bearer x\r\n";
        assertThat(statuses(calls().raw(head + chunk.formatted(length, "", TEXT, trailer) + LAST)))
                .containsExactly(200, 200);
        String longExtension = head + chunk.formatted(length, ";" + "a".repeat(10_000), TEXT, "");
        assertThat(statuses(calls().raw(longExtension, true))).containsExactly(400);
        String longTrailer = head + chunk.formatted(length, "", TEXT, "X-Long: " + "a".repeat(20_000) + "\r\n");
        assertThat(statuses(calls().raw(longTrailer, true))).containsExactly(400);
    }

    @Test
    void aBodyShorterThanItsLengthIsRefused() {
        String answer = calls().raw(post("/classify", "text/plain", "Content-Length: 100") + TEXT, true);
        assertThat(statuses(answer)).containsExactly(400);
        Calls.problem(problem(answer), 400);
    }
}
