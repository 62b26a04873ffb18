package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every refusal that a ready service knows, as a problem that says what was found and what was expected. */
class ContractErrorTests extends RunningService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /user/99/profile                        | 404 | user_id: found no user 99
            /user/900/profile                       | 404 | user_id: found no user 900
            /user/-1/profile                        | 404 | user_id: found no user -1
            /user/9223372036854775808/profile       | 404 | user_id: found no user 9223372036854775808
            /user/abc/profile                       | 400 | user_id: found 'abc', expected an integer
            /user/1.5/profile                       | 400 | user_id: found '1.5', expected an integer
            /user/0x64/profile                      | 400 | user_id: found '0x64', expected an integer
            /user/10%200/profile                    | 400 | user_id: found '10 0', expected an integer
            /user/%D9%A1%D9%A0%D9%A0/profile        | 400 | user_id: found '١٠٠', expected an integer
            /user/100;x=1/nothing                   | 400 | found a request that cannot be read
            /recommend/abc                          | 400 | cluster_id: found 'abc', expected an integer
            /recommend/0x1                          | 400 | cluster_id: found '0x1', expected an integer
            /recommend/1e0                          | 400 | cluster_id: found '1e0', expected an integer
            /recommend/1?limit=0                    | 400 | limit: found 0, expected 1 to 50
            /recommend/1?limit=51                   | 400 | limit: found 51, expected 1 to 50
            /recommend/1?limit=-3                   | 400 | limit: found -3, expected 1 to 50
            /recommend/1?limit=99999999999999999999 | 400 | limit: found 99999999999999999999, expected 1 to 50
            /recommend/1?limit=abc                  | 400 | limit: found 'abc', expected an integer
            /recommend/1?limit=1%200                | 400 | limit: found '1 0', expected an integer
            /recommend/1?theme=nope                 | 400 | theme: found 'nope', expected one of [outdoor_learning,
            /recommend/1?theme=46                   | 400 | theme: found '46', expected one of
            /recommend/1?defi=nope                  | 400 | defi: found 'nope', expected one of [student_success,
            /recommend/1?type=nope                  | 400 | type: found 'nope', expected one of [
            /recommend/1?type=                      | 400 | type: found '', expected one of [
            /user/99/recommendations                | 404 | user_id: found no user 99
            /user/900/recommendations               | 404 | user_id: found no user 900
            /user/9223372036854775808/recommendations | 404 | user_id: found no user 9223372036854775808
            /user/abc/recommendations               | 400 | user_id: found 'abc', expected an integer
            /user/1.5/recommendations               | 400 | user_id: found '1.5', expected an integer
            /user/100/recommendations?limit=0       | 400 | limit: found 0, expected 1 to 50
            /user/100/recommendations?limit=51      | 400 | limit: found 51, expected 1 to 50
            /user/100/recommendations?limit=abc     | 400 | limit: found 'abc', expected an integer
            /user/100/recommendations?theme=nope    | 400 | theme: found 'nope', expected one of [outdoor_learning,
            /user/100/recommendations?defi=nope     | 400 | defi: found 'nope', expected one of [student_success,
            /user/100/recommendations?type=nope     | 400 | type: found 'nope', expected one of [
            /user/100/recommendations?niveau=autre  | 400 | niveau: found 'autre', expected one of [maternelle,
            /user/100/recommendations?niveau=       | 400 | niveau: found '', expected one of [maternelle,
            /user/100/recommendations?seen=yes      | 400 | seen: found 'yes', expected true or false
            /user/100/recommendations?seen=         | 400 | seen: found '', expected true or false
            /user/100/recommendations?exclude=kit   | 400 | exclude: found 'kit', expected type/id, such as article/167
            /user/100/recommendations?exclude=/1    | 400 | exclude: found '/1', expected type/id
            /user/100/recommendations?exclude=kit/a | 400 | exclude: found 'a', expected an integer
            /user/100/recommendations?exclude=kit/  | 400 | exclude: found '', expected an integer
            /user/100/recommendations?exclude=a/b/1 | 400 | exclude: found 'b/1', expected an integer
            /user/100/recommendations?exclude=kit/1, | 400 | exclude: found '', expected type/id
            /                                       | 405 | found method DELETE, expected GET
            /nothing                                | 404 | no such path
            /error                                  | 404 | no such path
            /actuator/env                           | 404 | no such path
            /actuator/heapdump                      | 404 | no such path
            """)
    void aRequestThatCannotBeAnsweredIsAProblem(String path, int status, String detail) {
        Answer answer = status == 405 ? calls().send("DELETE", path) : calls().get(path);
        JsonNode problem = Calls.problem(answer, status);
        assertThat(problem.get("detail").stringValue()).startsWith(detail);
        assertThat(problem.get("instance").stringValue()).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-1", "2147483648", "99999999999999999999"})
    void aClusterOutOfRangeIsToldWhichThereAre(String id) {
        JsonNode problem = Calls.problem(calls().get("/recommend/" + id), 404);
        assertThat(problem.get("detail").stringValue()).isEqualTo("cluster_id: found " + id + ", expected 0 to 3");
        assertThat(problem.get("available_clusters").toString()).isEqualTo("[0,1,2,3]");
    }

    @Test
    void tooManyExcludedContentsAreRefused() {
        String path = "/user/100/recommendations?exclude=kit/1" + ",kit/2".repeat(1_000);
        JsonNode problem = Calls.problem(calls().get(path), 400);
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("exclude: found 1,001 contents, expected at most 1,000");
    }

    @Test
    void whatIsShownOfARequestIsShort() {
        JsonNode problem = Calls.problem(calls().get("/recommend/1?theme=" + "x".repeat(5_000)), 400);
        assertThat(problem.get("detail").stringValue()).hasSizeLessThan(1_000);
        problem = Calls.problem(calls().get("/user/" + "x".repeat(5_000) + "/profile"), 400);
        assertThat(problem.get("detail").stringValue()).hasSizeLessThan(200);
    }

    @Test
    void whatIsShownOfARequestCannotBreakTheAnswer() {
        JsonNode problem = Calls.problem(calls().get("/recommend/1?defi=%22%7D%0A%3Cscript%3E"), 400);
        assertThat(problem.get("detail").stringValue()).startsWith("defi: found '\"}\n<script>'");
    }

    @ParameterizedTest
    @CsvSource({
        "/, GET",
        "/clusters, GET",
        "/recommend/1, GET",
        "/user/100/profile, GET",
        "/user/100/recommendations, GET",
        "/content/article/1/similar, GET",
        "/model/recommender, GET",
        "/clusters/recompute, POST",
        "/actuator/health, GET",
        "/actuator/prometheus, GET",
        "/actuator/info, GET",
        "/livez, GET",
        "/readyz, GET"
    })
    void anotherMethodIsToldWhichIsAllowed(String path, String allowed) {
        for (String method : List.of("PUT", "DELETE", "PATCH", allowed.equals("GET") ? "POST" : "GET")) {
            Answer answer = calls().send(method, path);
            JsonNode problem = Calls.problem(answer, 405);
            assertThat(problem.get("detail").stringValue())
                    .isEqualTo("found method %s, expected %s".formatted(method, allowed));
            assertThat(answer.header("allow")).contains(allowed).doesNotContain(method);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/1", "/user/100/profile", "/user/100/recommendations"})
    void onlyJsonIsAnswered(String path) {
        assertThat(calls().get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .status())
                .isEqualTo(200);
        Calls.problem(calls().get(path, "Accept", "application/xml"), 406);
        assertThat(calls().get(path, "Accept", "application/json").status()).isEqualTo(200);
        assertThat(Calls.problem(calls().get(path + "x/y/z/nothing", "Accept", "text/html"), 404)
                        .get("status")
                        .intValue())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin            | https://example.org
            Origin            | null
            X-Forwarded-For   | 127.0.0.1
            X-Forwarded-For   | 203.0.113.7
            Forwarded         | for=127.0.0.1
            """)
    void withoutATokenARelayedCallerMayNotRecompute(String header, String value) {
        JsonNode problem = Calls.problem(calls().recompute(header, value), 403);
        assertThat(problem.get("detail").stringValue()).contains("ETREPROF_ADMIN_TOKEN");
    }

    @Test
    void withoutATokenACallerFromElsewhereMayNotRecompute() throws SocketException {
        String elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof java.net.Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("");
        assumeTrue(!elsewhere.isEmpty(), "this machine has no address but loopback");
        JsonNode problem = Calls.problem(callsFrom(elsewhere).recompute(), 403);
        assertThat(problem.get("code").stringValue()).isEqualTo("other-machine");
        assertThat(callsFrom(elsewhere).get("/clusters").status()).isEqualTo(200);
    }

    @Test
    void aRefusedCallerStartsNothing() {
        String before = calls().get("/clusters").body();
        Calls.problem(calls().recompute("Origin", "https://example.org"), 403);
        assertThat(calls().get("/clusters").body()).isEqualTo(before);
    }
}
