package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.docs.ScratchService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A browser reads the data of its own user, with a token that the platform's server has asked for. */
class ContractUserTokenTests {

    private static final String ELSEWHERE = "X-Forwarded-For";
    private static final String KEYS = "--etreprof.access.keys=web:reader:r1,ops:admin:a1";

    private static ScratchService service;

    @BeforeAll
    static void start() throws IOException {
        service = ScratchService.start(
                "user-tokens",
                KEYS,
                "--etreprof.watch.request-log=true",
                "--etreprof.tokens.secrets=a new secret of at least thirty-two bytes,an old secret of at least thirty-two bytes");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static Answer send(String method, String path, String bearer) {
        return new Calls("localhost", service.port())
                .send(method, path, ELSEWHERE, "203.0.113.7", "Authorization", "Bearer " + bearer);
    }

    private static String token(String user) {
        Answer answer = send("POST", "/user/" + user + "/token", "r1");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("token").stringValue();
    }

    @Test
    void aTokenSaysWhenItExpires() {
        Instant before = Instant.now();
        Answer answer = send("POST", "/user/26/token", "r1");
        assertThat(answer.json().propertyNames()).containsExactly("success", "token", "expires_at");
        String expires = answer.json().get("expires_at").stringValue();
        assertThat(expires).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z");
        assertThat(Duration.between(before, Instant.parse(expires)))
                .isBetween(
                        Duration.ofMinutes(15).minusSeconds(1),
                        Duration.ofMinutes(15).plusMinutes(1));
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user/26/profile",
                "/user/26/profile?_=1",
                "/user/26/recommendations",
                "/user/26/recommendations?limit=3&niveau=college"
            })
    void itIsGoodForItsOwnUser(String path) {
        Answer own = send("GET", path, token("26"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).isEqualTo(send("GET", path, "r1").body());
        assertThat(Calls.problem(send("GET", path, token("27")), 403)
                        .get("detail")
                        .stringValue())
                .contains("the token of another user");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user/26/export",
        "POST, /user/26/token",
        "DELETE, /user/26",
        "GET, /clusters/2/users",
        "GET, /user/026/profile",
        "GET, /user/26/profile/",
        "GET, /user/27/../26/profile",
        "GET, /actuator/prometheus"
    })
    void andForNothingElse(String method, String path) {
        assertThat(send(method, path, token("26")).status()).isIn(400, 403);
    }

    @Test
    void aTokenThatIsChangedIsRefusedWithTheReason() {
        String token = token("26");
        String changed =
                token.substring(0, token.lastIndexOf('.') + 1) + "AAAA" + token.substring(token.lastIndexOf('.') + 5);
        Answer refused = send("GET", "/user/26/profile", changed);
        assertThat(Calls.problem(refused, 401).get("detail").stringValue()).contains("signed with another secret");
        assertThat(refused.header("www-authenticate")).startsWith("Bearer");
        assertThat(Calls.problem(send("GET", "/user/26/profile", "a.b.c"), 401)
                        .get("detail")
                        .stringValue())
                .contains("cannot be read");
    }

    @Test
    void anErasedUserIsUnknownToTheTokenToo() {
        String token = token("668");
        assertThat(send("GET", "/user/668/profile", token).status()).isEqualTo(200);
        assertThat(send("DELETE", "/user/668", "a1").status()).isEqualTo(200);
        String erased =
                Calls.problem(send("GET", "/user/668/profile", token), 404).toString();
        String unknown = Calls.problem(send("GET", "/user/999999999/profile", token("999999999")), 404)
                .toString();
        assertThat(erased.replace("668", "#")).isEqualTo(unknown.replace("999999999", "#"));
        Calls.problem(send("GET", "/user/668/recommendations", token), 404);
    }

    @ParameterizedTest
    @CsvSource({"abc, 400", "1.5, 400", "9999999999999999999999, 404"})
    void whatIsNotAnIdHasNoToken(String user, int status) {
        Calls.problem(send("POST", "/user/" + user + "/token", "r1"), status);
    }

    @Test
    void theLogNamesNoUser() throws InterruptedException {
        Logger requests = (Logger) LoggerFactory.getLogger("requests");
        Level level = requests.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        requests.setLevel(Level.INFO);
        requests.addAppender(lines);
        try {
            send("GET", "/user/4190424242/profile", token("4190424242"));
            send("GET", "/user/4190424242/export", token("4190424242"));
            for (int i = 0; i < 200 && lines.list.size() < 4; i++) {
                Thread.sleep(10);
            }
        } finally {
            requests.detachAppender(lines);
            requests.setLevel(level);
        }
        assertThat(lines.list)
                .hasSize(4)
                .allSatisfy(line -> assertThat(
                                line.getFormattedMessage() + line.getKeyValuePairs() + line.getMDCPropertyMap())
                        .doesNotContain("4190424242", "eyJ"));
        assertThat(lines.list.stream().map(line -> line.getMDCPropertyMap().get("caller")))
                .containsExactly("web", "user token", "web", "user token");
    }

    @Test
    void withoutASecretTheAnswerSaysWhatToSet() throws IOException {
        try (ScratchService without = ScratchService.start("no-tokens", KEYS, "--etreprof.tokens.secrets=")) {
            Answer answer =
                    new Calls("localhost", without.port()).send("POST", "/user/26/token", "Authorization", "Bearer r1");
            assertThat(Calls.problem(answer, 409).get("detail").stringValue()).contains("ETREPROF_TOKEN_SECRET");
        }
    }

    @Test
    void aShortSecretStopsTheStart() {
        assertThatThrownBy(() -> ScratchService.start("refused", "--etreprof.tokens.secrets=short"))
                .hasRootCauseMessage(
                        "ETREPROF_TOKEN_SECRET: found a secret of 5 bytes, expected 32 or more; 'openssl rand -base64 48' makes one");
    }
}
