package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service starts whatever the models folder holds, and is ready when that is a sound model. */
class StartupTests {

    private Path home;
    private Path current;

    @BeforeEach
    void emptyHome() throws IOException {
        home = RunningService.emptyFolder("startup");
        current = home.resolve("models/CURRENT");
        Files.createDirectories(current.getParent());
    }

    private ConfigurableApplicationContext start() {
        Exports exports = TestData.exports(home.resolve("exports"));
        return SpringApplication.run(
                EtreprofApplication.class,
                "--server.port=0",
                "--etreprof.restarts=3",
                "--etreprof.threads=1",
                "--etreprof.admin-token=",
                "--etreprof.data-dir=" + home.resolve("data"),
                "--etreprof.models-dir=" + home.resolve("models"),
                "--etreprof.users=" + exports.users(),
                "--etreprof.contents=" + exports.contents(),
                "--etreprof.interactions=" + exports.interactions());
    }

    private static Calls calls(ConfigurableApplicationContext context) {
        return new Calls("localhost", context.getEnvironment().getRequiredProperty("local.server.port", int.class));
    }

    @Test
    void aModelIsServedFromItsRecomputeOnAndAfterARestart() {
        String clusters;
        try (ConfigurableApplicationContext context = start()) {
            Calls calls = calls(context);
            assertThat(calls.get("/readyz").status()).isEqualTo(503);
            assertThat(calls.recompute().status()).isEqualTo(200);
            assertThat(calls.get("/readyz").status()).isEqualTo(200);
            clusters = calls.get("/clusters").body();
        }
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).get("/readyz").status()).isEqualTo(200);
            assertThat(calls(context).get("/clusters").body()).isEqualTo(clusters);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20250710-0123456789ab\n", "", "../../etc\n", "\u0000\u0001"})
    void aCurrentVersionThatIsNotThereLeavesTheServiceUnready(String named) throws IOException {
        Files.writeString(current, named);
        assertAliveAndNotReady();
    }

    @Test
    void aDamagedVersionLeavesTheServiceUnready() throws IOException {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).recompute().status()).isEqualTo(200);
        }
        Path version = current.resolveSibling(Files.readString(current).strip());
        try (var files = Files.list(version)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "damaged");
            }
        }
        assertAliveAndNotReady();
    }

    private void assertAliveAndNotReady() {
        try (ConfigurableApplicationContext context = start()) {
            Calls calls = calls(context);
            assertThat(calls.get("/livez").status()).isEqualTo(200);
            assertThat(calls.get("/readyz").status()).isEqualTo(503);
            assertThat(calls.get("/").status()).isEqualTo(200);
            Calls.problem(calls.get("/clusters"), 503);
            assertThat(calls.recompute().status()).isEqualTo(200);
            assertThat(calls.get("/readyz").status()).isEqualTo(200);
        }
    }
}
