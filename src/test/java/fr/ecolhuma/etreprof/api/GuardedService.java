package fr.ecolhuma.etreprof.api;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole service with keys and little patience, serving the model that is shipped; a forwarded header
 * makes a caller one from elsewhere.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "etreprof.admin-token=root",
            "etreprof.access.keys=web:reader:r1",
            "etreprof.access.cors-origins=https://etreprof.fr",
            "etreprof.access.rate-per-minute.classify=0",
            "etreprof.access.rate-per-minute.admin=0",
            "etreprof.watch.request-log=true",
            "etreprof.pace.grace=1s",
            "etreprof.pace.bytes-per-second=1000"
        })
public abstract class GuardedService {

    private static final Path HOME = RunningService.emptyFolder("access-service");
    private static final String ELSEWHERE = "X-Forwarded-For";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("models"), HOME.resolve("models"));
        registry.add("etreprof.data-dir", HOME.resolve("data")::toString);
        registry.add("etreprof.models-dir", HOME.resolve("models")::toString);
    }

    protected int port() {
        return port;
    }

    protected Calls calls() {
        return new Calls("localhost", port);
    }

    /** A call of {@code local}, {@code anonymous}, {@code reader}, {@code admin} or of who bears a wrong key. */
    protected Calls.Answer as(String caller, String method, String path) {
        return switch (caller) {
            case "local" -> calls().send(method, path);
            case "anonymous" -> calls().send(method, path, ELSEWHERE, "203.0.113.7");
            case "reader" -> calls().send(method, path, ELSEWHERE, "203.0.113.7", "Authorization", "Bearer r1");
            case "admin" -> calls().send(method, path, ELSEWHERE, "203.0.113.7", "Authorization", "Bearer root");
            default -> calls().send(method, path, ELSEWHERE, "203.0.113.7", "Authorization", "Bearer wrong");
        };
    }
}
