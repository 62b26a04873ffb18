package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The exports that a command reads: all given as options, or else the configured ones. */
final class ExportOptions {

    private static final String FORMATS = "path or address; CSV, CSV.gz, Parquet or rows of a database";

    static final class Given {

        @Option(names = "--users", required = true, paramLabel = "F", description = "users' export: " + FORMATS)
        String users = "";

        @Option(names = "--contents", required = true, paramLabel = "F", description = "contents' export: " + FORMATS)
        String contents = "";

        @Option(names = "--interactions", required = true, paramLabel = "F", description = "events' export: " + FORMATS)
        String interactions = "";

        @Option(names = "--topics", paramLabel = "F", description = "topics of contents, optional: " + FORMATS)
        @Nullable
        String topics;
    }

    @ArgGroup(exclusive = false)
    @Nullable
    Given given;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "count everything at the end of this day (default: the latest event not later than now)")
    @Nullable
    LocalDate asOf;

    /** The exports given, or the fallback. */
    Exports or(Exports configured) {
        return given == null
                ? configured
                : new Exports(given.users, given.contents, given.interactions, given.topics, configured.access());
    }
}
