package fr.ecolhuma.etreprof.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service's command line. */
final class Service {

    private static final Path JAR = Path.of(System.getProperty("service.jar"));

    private Service() {}

    /** Runs a command to its end. */
    static void run(Map<String, String> settings, Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("%s ended with %d; its output is in %s".formatted(arguments[0], exit, log));
        }
    }
}
