package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.demo.DemoExports;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo-data}: exports of any size in the raw format, messy rows included. */
@Command(
        name = "demo-data",
        description = "Writes users.csv, contents.csv, interactions.csv and content_with_topics.csv in the raw export "
                + "format, messy rows included; the same arguments give the same bytes.",
        mixinStandardHelpOptions = true)
final class DemoDataCommand implements Runnable {

    @Option(names = "--users", defaultValue = "5000", description = "rows of users (default: ${DEFAULT-VALUE})")
    long users;

    @Option(names = "--events", defaultValue = "300000", description = "rows of events (default: ${DEFAULT-VALUE})")
    long events;

    @Option(names = "--contents", defaultValue = "300", description = "rows of contents (default: ${DEFAULT-VALUE})")
    int contents;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "the seed: another seed makes other people (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--as-of",
            defaultValue = "2025-07-10",
            paramLabel = "DATE",
            description = "the last day of the data (default: ${DEFAULT-VALUE})")
    LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write to")
    Path out = Path.of("");

    @Option(names = "--gzip", description = "write .csv.gz files")
    boolean gzip;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        DemoExports.write(new DemoExports.Request(users, events, contents, seed, asOf, out, gzip));
        spec.commandLine()
                .getOut()
                .printf("%d users, %d events and %d contents written to %s%n", users, events, contents, out);
    }
}
