package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.embedding.EmbedderException;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.demo.DemoDataException;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recommendation.usage.RecommendationException;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry to the command line: exit code 0, 1 (failed, one line on standard error) or 2 (bad usage). */
@Command(
        name = "etreprof-ml-api",
        description = "Classifies contents, segments users and recommends, from three exports.",
        mixinStandardHelpOptions = true,
        versionProvider = PrintedVersion.class,
        subcommands = {
            ServeCommand.class,
            DemoDataCommand.class,
            FeaturesCommand.class,
            CheckCommand.class,
            CountsCommand.class,
            RecomputeCommand.class,
            ClassifyCommand.class,
            EvaluateClassifierCommand.class,
            TrainClassifierCommand.class,
            EvaluateRecommenderCommand.class
        })
public final class Commands {

    private static final Set<String> ABOUT = Set.of("--help", "-h", "--version", "-V");
    private static final List<Class<? extends RuntimeException>> EXPECTED = List.of(
            ClassifierException.class,
            EmbedderException.class,
            DemoDataException.class,
            ExportException.class,
            RecommendationException.class,
            RefusedException.class,
            SegmentationException.class,
            SnapshotException.class,
            SettingException.class);

    private Commands() {}

    /** Whether these arguments mean the web service, which the caller starts. */
    public static boolean asksForService(String... args) {
        if (args.length == 0) {
            return true;
        }
        boolean help = args.length > 1 && ABOUT.contains(args[1]);
        boolean setting = args[0].startsWith("--") && !ABOUT.contains(args[0]);
        return setting || (args[0].equals(ServeCommand.NAME) && !help);
    }

    /** Runs a command to its end; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new CommandLine(new Commands())
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(Commands::failed)
                    .execute(args);
        } catch (OutOfMemoryError _) {
            err.println("error: " + heapIsFull());
            err.flush();
            return 1;
        }
    }

    private static String heapIsFull() {
        return "not enough memory: Java's heap of %d MB is full; give it more, such as java -Xmx%dm"
                .formatted(
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.getRuntime().maxMemory() >> 19);
    }

    /** A thread of a pool hands its failure on as a cause. */
    private static boolean isHeapFull(@Nullable Throwable failure) {
        return failure != null && (failure instanceof OutOfMemoryError || isHeapFull(failure.getCause()));
    }

    private static int failed(Exception exception, CommandLine command, CommandLine.ParseResult unused) {
        if (isHeapFull(exception)) {
            command.getErr().println("error: " + heapIsFull());
            return 1;
        }
        boolean expected = EXPECTED.stream().anyMatch(type -> type.isInstance(exception));
        String line = expected
                ? String.valueOf(exception.getMessage())
                : "failed for an unforeseen reason (%s)"
                        .formatted(exception.getClass().getSimpleName());
        command.getErr().println("error: " + line);
        return 1;
    }
}
