package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service without a key behind nginx: what nginx passes on is not local, as far as it can be seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindNginxTests extends DemoService {

    private static final Map<String, Integer> REFUSED = Map.of(
            "GET /user/26/profile", 401,
            "GET /user/26/profile?_=1", 401,
            "GET /user/26/recommendations", 401,
            "GET /user/26/export", 401,
            "GET /clusters/2/users", 401,
            "GET /clusters/recompute/jobs", 401,
            "GET /actuator/prometheus", 403,
            "POST /models/rollback", 403,
            "POST /clusters/recompute?dry_run=true", 403,
            "DELETE /user/26", 403);

    private Nginx nginx;

    @BeforeAll
    void start() {
        nginx = Nginx.before(port());
    }

    @AfterAll
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    private static Calls.Answer send(Calls calls, String call) {
        return calls.send(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BARE_HTTP_1_1", "HOST_HTTP_1_1"})
    void aCallerFromElsewhereHasNoRight(Nginx.Form form) {
        REFUSED.forEach((call, status) -> {
            String detail = Calls.problem(send(nginx.calls(form), call), status)
                    .get("detail")
                    .stringValue();
            assertThat(detail).as(call).contains(form.name().startsWith("FORWARDED") ? "(header X-" : "HTTP/1.0");
        });
        assertThat(nginx.calls(form).get("/clusters").status()).isEqualTo(200);
        assertThat(nginx.calls(form).get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void theHostThatACallerNamesIsNotLocal() {
        String answer = nginx.calls(Nginx.Form.HOST_HTTP_1_1)
                .raw("GET /user/26/export HTTP/1.1\r\nHost: etreprof.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401").contains("found the Host 'etreprof.example'");
    }

    /** Nothing in these requests shows the proxy; so the start warns, and a key ends the right of being local. */
    @Test
    void aProxyThatShowsNothingIsTheDangerThatTheStartWarnsOf() {
        assertThat(nginx.calls(Nginx.Form.BARE_HTTP_1_1).get("/user/26/export").status())
                .isEqualTo(200);
    }

    @Test
    void withoutNginxTheSameCallerIsLocal() {
        for (String host : new String[] {"127.0.0.1", "[::1]", "localhost"}) {
            assertThat(new Calls(host, port()).get("/user/26/export").status()).isEqualTo(200);
        }
    }
}
