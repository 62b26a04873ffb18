package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.GuardedService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a key configured, nginx and this machine itself give no right, however nginx passes a request on. */
class KeysBehindNginxTests extends GuardedService {

    @ParameterizedTest
    @EnumSource
    void onlyAKeyGivesARight(Nginx.Form form) {
        try (Nginx nginx = Nginx.before(port())) {
            Calls calls = nginx.calls(form);
            for (String path : new String[] {"/user/26/profile", "/user/26/export", "/actuator/prometheus"}) {
                Calls.problem(calls.get(path), 401);
                Calls.problem(calls().get(path), 401);
                assertThat(calls.get(path, "Authorization", "Bearer root").status())
                        .isEqualTo(200);
            }
            Calls.problem(calls.send("POST", "/models/rollback?to=none"), 401);
            Calls.problem(calls.send("POST", "/models/rollback?to=none", "Authorization", "Bearer r1"), 403);
            Calls.problem(calls.send("POST", "/models/rollback?to=none", "Authorization", "Bearer root"), 404);
            assertThat(calls.get("/user/26/profile", "Authorization", "Bearer r1")
                            .status())
                    .isEqualTo(200);
            assertThat(calls.get("/clusters").status()).isEqualTo(200);
        }
    }
}
