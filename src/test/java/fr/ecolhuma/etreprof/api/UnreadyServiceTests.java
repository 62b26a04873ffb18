package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A service with an admin token and without a model. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"etreprof.restarts=3", "etreprof.threads=1", "etreprof.admin-token=open sesame"})
class UnreadyServiceTests {

    private static final Path HOME = RunningService.emptyFolder("unready-service");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Exports exports = TestData.exports(HOME.resolve("exports"));
        registry.add("etreprof.data-dir", HOME.resolve("data")::toString);
        registry.add("etreprof.models-dir", HOME.resolve("models")::toString);
        registry.add("etreprof.users", exports::users);
        registry.add("etreprof.contents", exports::contents);
        registry.add("etreprof.interactions", exports::interactions);
    }

    private Calls calls() {
        return new Calls("localhost", port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters",
                "/recommend/0",
                "/recommend/99",
                "/recommend/0?theme=x",
                "/user/100/profile",
                "/user/abc/recommendations?limit=0",
                "/content/x/y/similar",
                "/model/recommender"
            })
    void whatNeedsAModelIsUnavailableForNow(String path) {
        Answer answer = calls().get(path, "Authorization", "Bearer open sesame");
        JsonNode problem = Calls.problem(answer, 503);
        assertThat(problem.get("code").stringValue()).isEqualTo("not-ready");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
        assertThat(problem.get("instance").stringValue()).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @Test
    void aBasketHasToWait() {
        Answer answer = calls().post("/recommend", "application/json", "nothing");
        Calls.problem(answer, 503);
        assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    }

    @Test
    void classifyingIsUnavailableForNow() {
        for (Answer answer : List.of(
                calls().send("POST", "/classify?content=fraction"),
                calls().post("/classify", "application/json", "nothing"),
                calls().post("/classify", "text/plain", "fraction"),
                calls().post("/classify/batch", "application/x-ndjson", "{}"))) {
            Calls.problem(answer, 503);
            assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
        }
    }

    @Test
    void theGreetingStillAnswers() {
        Answer answer = calls().get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("greetings").stringValue()).isEqualTo("Welcome to ÊtrePROF API!");
        assertThat(answer.json().get("status").stringValue()).isEqualTo("running");
        assertThat(answer.json().has("model_version")).isTrue();
        assertThat(answer.json().get("model_version").isNull()).isTrue();
    }

    @Test
    void theServiceIsAliveAndNotReady() {
        assertThat(calls().get("/livez").status()).isEqualTo(200);
        assertThat(calls().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(calls().get("/readyz").status()).isEqualTo(503);
        assertThat(calls().get("/actuator/health/readiness").status()).isEqualTo(503);
        Answer health = calls().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("status").stringValue()).isEqualTo("OUT_OF_SERVICE");
        for (String page : new String[] {"/actuator/info", "/actuator/prometheus"}) {
            Calls.problem(calls().get(page), 401);
            assertThat(calls().get(page, "Authorization", "Bearer open sesame").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutATokenACallerIsAskedForIt() {
        Answer answer = calls().recompute();
        Calls.problem(answer, 401);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer open",
                "Bearer open%20sesame2",
                "Bearer ",
                "Bearer",
                "Basic b3BlbjpzZXNhbWU=",
                "open-sesame"
            })
    void anotherTokenIsRefused(String authorization) {
        Answer answer = calls().recompute("Authorization", authorization);
        Calls.problem(answer, 401);
        assertThat(answer.body()).doesNotContain("sesame");
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theTokenOpensADryRunWhichLeavesTheServiceUnready(String scheme) {
        Answer answer =
                calls().send("POST", "/clusters/recompute?dry_run=true", "Authorization", scheme + " open sesame");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("total_users_processed").intValue()).isEqualTo(60);
        assertThat(answer.json().get("model_version").isNull()).isTrue();
        assertThat(answer.json().get("previous_model_version").isNull()).isTrue();
        Calls.problem(calls().get("/clusters"), 503);
        assertThat(calls().get("/readyz").status()).isEqualTo(503);
        assertThat(HOME.resolve("models/CURRENT")).doesNotExist();
    }

    @Test
    void withTheTokenWhereTheCallComesFromDoesNotMatter() {
        Answer answer = calls().send(
                        "POST",
                        "/clusters/recompute?dry_run=true",
                        "Authorization",
                        "Bearer open sesame",
                        "X-Forwarded-For",
                        "203.0.113.7",
                        "Origin",
                        "https://example.org");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
