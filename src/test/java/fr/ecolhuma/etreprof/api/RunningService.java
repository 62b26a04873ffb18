package fr.ecolhuma.etreprof.api;

import fr.ecolhuma.etreprof.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole service on a port of its own, without an admin token, serving the model of {@link TestData#exports}.
 *
 * <p>All subclasses share one service; each begins by writing the exports anew and recomputing over HTTP. The events are
 * fetched from an http address, the other exports are read from a folder. It believes to run on a cloud platform, where
 * Spring by itself would take the caller's address from a header that anyone can send.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "etreprof.restarts=3",
            "etreprof.threads=1",
            "etreprof.admin-token=",
            "spring.main.cloud-platform=kubernetes"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RunningService {

    public static final Path HOME = emptyFolder("running-service");
    public static final Path EXPORTS = HOME.resolve("exports");
    public static final ExportHost HOST = ExportHost.of(EXPORTS);

    @LocalServerPort
    private int port;

    private Calls.Answer firstRecompute;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("etreprof.data-dir", HOME.resolve("data")::toString);
        registry.add("etreprof.models-dir", HOME.resolve("models")::toString);
        registry.add("etreprof.users", EXPORTS.resolve("users.csv")::toString);
        registry.add("etreprof.contents", EXPORTS.resolve("contents.csv")::toString);
        registry.add("etreprof.topics", EXPORTS.resolve("content_with_topics.csv")::toString);
        registry.add("etreprof.interactions", () -> HOST.address() + "/interactions.csv");
    }

    public static Path emptyFolder(String name) {
        try {
            Path folder = Path.of("target", "test-services", name);
            FileSystemUtils.deleteRecursively(folder);
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void recomputeTestData() {
        TestData.exports(EXPORTS);
        firstRecompute = calls().recompute();
    }

    /** The answer to the recompute that the class began with. */
    protected Calls.Answer firstRecompute() {
        return firstRecompute;
    }

    protected int port() {
        return port;
    }

    protected Calls calls() {
        return new Calls("localhost", port);
    }

    protected Calls callsFrom(String host) {
        return new Calls(host, port);
    }
}
