package fr.ecolhuma.etreprof;

import fr.ecolhuma.etreprof.cli.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.SpringProperties;

/**
 * Entry point of the one jar: the HTTP service, or a batch command.
 *
 * <p>Spring only scans the packages that may use it: a scan of every class would make each start longer.
 */
@SpringBootApplication(scanBasePackages = {"fr.ecolhuma.etreprof.api", "fr.ecolhuma.etreprof.recompute"})
public class EtreprofApplication {

    /** Starts the service, or runs the command that the first argument names. */
    public static void main(String[] args) {
        if (Commands.asksForService(args)) {
            String[] settings =
                    Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new);
            SpringApplication.run(EtreprofApplication.class, settings);
            return;
        }
        // Spring's generated code is for the service; a command creates fewer objects.
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        // a logging system that is not set up logs nothing; a command reports by itself
        LoggingSystem.get(EtreprofApplication.class.getClassLoader()).beforeInitialize();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Commands.run(out, err, args));
    }
}
