package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.docs.ScratchService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trusted proxy on this machine: an address that it forwards is believed, but {@code 127.0.0.1} gives no right. */
class TrustedLocalProxyTests {

    private static ScratchService service;

    @BeforeAll
    static void start() throws IOException {
        service = ScratchService.start("trusted-proxy", "--etreprof.access.trusted-proxies=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "127.0.0.1, 127.0.0.1", "203.0.113.7, 127.0.0.1", "203.0.113.7", "127.1", ""
            })
    void aForwardedAddressIsNotLocal(String forwarded) {
        Calls calls = new Calls("127.0.0.1", service.port());
        for (String path : new String[] {"/user/26/profile", "/user/26/export"}) {
            Calls.problem(calls.get(path, "X-Forwarded-For", forwarded), 401);
        }
        Calls.problem(calls.send("POST", "/models/rollback", "X-Forwarded-For", forwarded), 403);
        assertThat(calls.get("/clusters", "X-Forwarded-For", forwarded).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Real-IP", "X-Forwarded-Proto"})
    void anotherHeaderIsNotEither(String header) {
        Calls.problem(new Calls("127.0.0.1", service.port()).get("/user/26/export", header, "http"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/26/profile", "/user/26/export"})
    void theProxyItselfIsNotLocal(String path) {
        String detail = Calls.problem(new Calls("127.0.0.1", service.port()).get(path), 401)
                .get("detail")
                .stringValue();
        assertThat(detail).contains("ETREPROF_TRUSTED_PROXIES");
    }
}
