package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** Where reading needs a key, it does so on this machine too; only the greeting, the description and health need none. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"etreprof.admin-token=", "etreprof.access.read=key", "etreprof.access.keys=web:reader:r1"})
class ReadingNeedsAKeyTests {

    private static final Path HOME = RunningService.emptyFolder("key-service");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("models"), HOME.resolve("models"));
        registry.add("etreprof.data-dir", HOME.resolve("data")::toString);
        registry.add("etreprof.models-dir", HOME.resolve("models")::toString);
    }

    private Calls calls() {
        return new Calls("localhost", port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /clusters",
        "GET, /recommend/2",
        "GET, /recommend/2?limit=3",
        "GET, /user/26/profile",
        "GET, /model/classifier",
        "GET, /content/fiche_outils/165/similar",
        "HEAD, /clusters",
        "POST, /classify?content=Apprendre%20les%20fractions%20au%20CM1"
    })
    void readingNeedsAKey(String method, String path) {
        assertThat(calls().send(method, path).status()).isEqualTo(401);
        assertThat(calls().send(method, path, "Authorization", "Bearer r2").status())
                .isEqualTo(401);
        assertThat(calls().send(method, path, "Authorization", "Bearer r1").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/docs/start.js", "/openapi.json", "/livez", "/readyz", "/actuator/health"})
    void whatIsOpenStaysOpen(String path) {
        assertThat(calls().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/users", "/clusters/", "/actuator"})
    void whatIsNotThereTellsNothing(String path) {
        Calls.problem(calls().get(path, "X-Forwarded-For", "203.0.113.7"), 401);
    }
}
