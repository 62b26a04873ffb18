package fr.ecolhuma.etreprof.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The whole service on a port of its own, with a copy of the data and models that are shipped. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"etreprof.admin-token=", "etreprof.tokens.secrets=a secret of at least thirty-two bytes"})
public abstract class DemoService {

    private static final Path HOME = RunningService.emptyFolder("demo-service");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (String folder : new String[] {"data", "models"}) {
            copy(folder);
            registry.add("etreprof." + folder + "-dir", HOME.resolve(folder)::toString);
        }
    }

    private static void copy(String folder) {
        try {
            FileSystemUtils.copyRecursively(Path.of(folder), HOME.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected int port() {
        return port;
    }

    protected Calls calls() {
        return new Calls("localhost", port);
    }

    /** The description as it is written, with the members that are for tests. */
    protected ApiDocument document() {
        return ApiDocument.written(calls().get("/").json().get("model_version").stringValue());
    }
}
