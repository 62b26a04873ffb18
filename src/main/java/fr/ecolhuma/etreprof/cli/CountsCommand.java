package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.cli.print.RowLines;
import fr.ecolhuma.etreprof.features.EventCounting;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.PipelineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code counts}: the tallies and uses of the events, in a folder from which a recompute goes on. */
@Command(
        name = "counts",
        description =
                "Counts the interactions' export into a folder, from which 'recompute --counts' goes on, here or on "
                        + "another machine. Of the other exports only digests are kept: a recompute then refuses the folder beside others. "
                        + "Without options the configured exports are counted and named.",
        mixinStandardHelpOptions = true)
final class CountsCommand implements Runnable {

    private static final String NAMED = ", to be named in the folder; optional";

    @Option(names = "--interactions", paramLabel = "F", description = "events' export: " + ExportOptions.FORMATS)
    @Nullable
    String interactions;

    @Option(names = "--users", paramLabel = "F", description = "users' export" + NAMED)
    @Nullable
    String users;

    @Option(names = "--contents", paramLabel = "F", description = "contents' export" + NAMED)
    @Nullable
    String contents;

    @Option(names = "--topics", paramLabel = "F", description = "topics of contents" + NAMED)
    @Nullable
    String topics;

    @Option(names = "--as-of", paramLabel = "DATE", description = ExportOptions.AS_OF)
    @Nullable
    LocalDate asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write")
    Path out = Path.of("counts");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        FeatureExtraction.warmUp();
        EtreprofSettings settings = CommandSettings.read().etreprof();
        PipelineSettings pipeline = settings.pipeline();
        Clock clock = Clock.systemUTC();
        EventCounting.Result counted = EventCounting.count(
                sources(settings.exports()),
                settings.exports().access(),
                new EngineSettings(asOf, clock.instant(), pipeline.memoryLimit().toBytes(), pipeline.threads()),
                out,
                clock);
        RowLines.print(counted.rows(), counted.columns(), spec.commandLine().getErr());
        spec.commandLine()
                .getOut()
                .printf(
                        "%d rows counted as of %s, written to %s%n",
                        counted.rows().read(), counted.asOf(), out);
    }

    private Map<String, String> sources(Exports configured) {
        Map<String, String> sources = new TreeMap<>();
        put(sources, "interactions", interactions);
        put(sources, "users", users);
        put(sources, "contents", contents);
        put(sources, "topics", topics);
        if (sources.isEmpty() && configured.counts().isEmpty()) {
            put(sources, "interactions", configured.interactions());
            put(sources, "users", configured.users());
            put(sources, "contents", configured.contents());
            put(sources, "topics", configured.topics());
        }
        if (!sources.containsKey("interactions")) {
            throw new ParameterException(spec.commandLine(), "Missing required argument(s): --interactions=F");
        }
        return sources;
    }

    private static void put(Map<String, String> sources, String role, @Nullable String source) {
        if (source != null) {
            sources.put(role, source);
        }
    }
}
