package fr.ecolhuma.etreprof;

import fr.ecolhuma.etreprof.cli.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.SpringProperties;

/**
 * Entry point of the one jar: the HTTP service, or a batch command.
 *
 * <p>Beans are looked for where Spring may be used at all; to read every other class at each start would take its time.
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
        // What Spring has generated is the service; a command puts together less.
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Commands.run(out, err, args));
    }
}
