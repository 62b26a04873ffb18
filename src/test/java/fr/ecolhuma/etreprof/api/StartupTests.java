package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

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

    /** What a crash, a copy or a newer version of the service may leave in place of a file. */
    enum Left {
        NULL("null"),
        NOTHING(""),
        TORN("{\"at\":\"2025-07-0"),
        NEWER("{\"format\":99}"),
        LIST("[1]"),
        NO_TEXT("\u0000\u0001"),
        FOLDER(null);

        private final @Nullable String text;

        Left(@Nullable String text) {
            this.text = text;
        }

        private void in(Path file) throws IOException {
            FileSystemUtils.deleteRecursively(file);
            if (text == null) {
                Files.createDirectories(file.resolve("full"));
            } else {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void itStartsWhateverIsLeftInPlaceOfAStateFile(Left left) throws IOException {
        Path models = current.getParent();
        JsonNode profile;
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).recompute("Idempotency-Key", "a").status())
                    .isEqualTo(200);
            profile = calls(context).get("/user/300/profile").json();
        }
        left.in(models.resolve("recompute.json"));
        left.in(models.resolve("history.next.json"));
        left.in(models.resolve("history.jsonl"));
        left.in(models.resolve("erased/417.json"));
        left.in(models.resolve("jobs/00000000-0000-0000-0000-000000000001.json"));
        try (Stream<Path> jobs = Files.list(models.resolve("jobs"))) {
            for (Path job : jobs.toList()) {
                left.in(job);
            }
        }
        try (ConfigurableApplicationContext context = start()) {
            Calls calls = calls(context);
            assertThat(calls.get("/readyz").status()).isEqualTo(200);
            assertThat(calls.get("/user/300/profile").json().at("/data/cluster/id"))
                    .isEqualTo(profile.at("/data/cluster/id"));
            assertThat(calls.get("/user/417/profile").status()).as("erased").isEqualTo(404);
            for (String path : List.of("/models", "/models/history", "/clusters/history")) {
                assertThat(calls.get(path).status()).as(path).isEqualTo(200);
            }
            assertThat(calls.send("DELETE", "/user/417").status()).isEqualTo(200);
            assertThat(calls.get("/clusters/recompute/last").status()).isEqualTo(404);
            if (left != Left.FOLDER) {
                assertThat(calls.recompute("Idempotency-Key", "a").status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void withoutAUsableCurrentTheVersionLiveLastIsServed(Left left) throws IOException {
        String version;
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).recompute().status()).isEqualTo(200);
            version = Files.readString(current).strip();
        }
        for (boolean isThere : new boolean[] {true, false}) {
            if (isThere) {
                left.in(current);
            } else {
                FileSystemUtils.deleteRecursively(current);
            }
            try (ConfigurableApplicationContext context = start()) {
                assertThat(calls(context).get("/readyz").status()).isEqualTo(200);
                assertThat(calls(context).get("/").json().get("model_version").stringValue())
                        .isEqualTo(version);
            }
        }
    }

    @Test
    void aStartMendsTheFilesForPeopleAndSweepsTemporaryOnes() throws Exception {
        Path data = home.resolve("data");
        List<String> names =
                List.of("cluster_profiles.csv", "user_cluster_assignments.csv", "content_recommendations_mapping.csv");
        List<String> whole = new ArrayList<>();
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).recompute("Idempotency-Key", "a").status())
                    .isEqualTo(200);
            assertThat(calls(context).send("DELETE", "/user/417").status()).isEqualTo(200);
            for (String name : names) {
                whole.add(Files.readString(data.resolve(name)));
            }
        }
        Path version = current.resolveSibling(Files.readString(current).strip());
        List<Path> left = Stream.of(
                        data,
                        version,
                        current.getParent(),
                        current.resolveSibling("jobs"),
                        current.resolveSibling("erased"))
                .map(folder -> folder.resolve(".new-123.tmp"))
                .toList();
        for (Path file : left) {
            Files.writeString(file, "417");
        }
        Files.writeString(data.resolve(names.get(0)), "of another model");
        Files.writeString(data.resolve(names.get(1)), "417;3");
        Files.delete(data.resolve(names.get(2)));
        try (ConfigurableApplicationContext context = start()) {
            assertThat(calls(context).get("/readyz").status()).isEqualTo(200);
            for (int i = 0; i < 200 && !Files.exists(data.resolve(names.get(2))); i++) {
                Thread.sleep(50);
            }
            for (int i = 0; i < names.size(); i++) {
                assertThat(data.resolve(names.get(i))).hasContent(whole.get(i));
            }
            assertThat(left).noneMatch(Files::exists);
        }
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
