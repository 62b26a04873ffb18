package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The exports that a command reads: all given as options, or else the configured ones. */
final class ExportOptions {

    static final String FORMATS = "path or address; CSV, CSV.gz, Parquet or rows of a database";

    static final String AS_OF =
            "count everything at the end of this day (default: the latest event not later than now)";

    static final class Given {

        @Option(names = "--users", required = true, paramLabel = "F", description = "users' export: " + FORMATS)
        String users = "";

        @Option(names = "--contents", required = true, paramLabel = "F", description = "contents' export: " + FORMATS)
        String contents = "";

        @Option(names = "--interactions", paramLabel = "F", description = "events' export: " + FORMATS)
        @Nullable
        String interactions;

        @Option(names = "--topics", paramLabel = "F", description = "topics of contents, optional: " + FORMATS)
        @Nullable
        String topics;
    }

    @ArgGroup(exclusive = false)
    @Nullable
    Given given;

    @Option(names = "--as-of", paramLabel = "DATE", description = AS_OF)
    @Nullable
    LocalDate asOf;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    /** The exports given, or the fallback. */
    Exports or(Exports configured) {
        return given == null ? configured : exports(given, required(given.interactions), configured);
    }

    /**
     * The exports given, or the fallback, with counts in place of the events.
     *
     * @param counts a folder, or null for the events' export
     */
    Exports or(EtreprofSettings configured, @Nullable Path counts) {
        if (counts == null) {
            return or(configured.exports());
        }
        if (given != null && given.interactions != null) {
            throw new ParameterException(
                    command.commandLine(), "found both --interactions and --counts, expected one of them");
        }
        Exports counted = configured.counted(counts);
        return given == null ? counted : exports(given, counted.interactions(), counted);
    }

    private static Exports exports(Given given, String interactions, Exports configured) {
        return new Exports(given.users, given.contents, interactions, given.topics, configured.access());
    }

    private String required(@Nullable String interactions) {
        if (interactions == null) {
            throw new ParameterException(command.commandLine(), "Missing required argument(s): --interactions=F");
        }
        return interactions;
    }
}
