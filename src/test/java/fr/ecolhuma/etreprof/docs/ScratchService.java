package fr.ecolhuma.etreprof.docs;

import fr.ecolhuma.etreprof.EtreprofApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The service as on a fresh clone, on a port of its own and with a copy of the demo data and the demo model. */
public record ScratchService(Path home, ConfigurableApplicationContext context) implements AutoCloseable {

    private static final Path MODELS = Path.of("models");

    /** Starts it with more settings, as {@code --name=value}. */
    public static ScratchService start(String name, String... more) throws IOException {
        Path home = Path.of("target", "docs", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        FileSystemUtils.copyRecursively(Path.of("data"), home.resolve("data"));
        copyTheCurrentVersion(home.resolve(MODELS));
        Stream<String> settings = Stream.of(
                "--server.port=0",
                "--etreprof.admin-token=",
                "--etreprof.users=",
                "--etreprof.contents=",
                "--etreprof.interactions=",
                "--etreprof.topics=",
                "--etreprof.data-dir=" + home.resolve("data"),
                "--etreprof.models-dir=" + home.resolve(MODELS));
        return new ScratchService(
                home,
                SpringApplication.run(
                        EtreprofApplication.class,
                        Stream.concat(settings, Arrays.stream(more)).toArray(String[]::new)));
    }

    /** And nothing that a service run from this folder has added. */
    private static void copyTheCurrentVersion(Path models) throws IOException {
        String version = Files.readString(MODELS.resolve("CURRENT")).strip();
        FileSystemUtils.copyRecursively(MODELS.resolve(version), models.resolve(version));
        Files.writeString(models.resolve("CURRENT"), version + "\n");
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
