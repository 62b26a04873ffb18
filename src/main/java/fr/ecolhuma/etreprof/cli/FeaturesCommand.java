package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.cli.print.RowLines;
import fr.ecolhuma.etreprof.features.FeatureCsv;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recompute.live.ModelLoader;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code features}: the per-user feature table as CSV. */
@Command(
        name = "features",
        description =
                "Writes the per-user feature table, one row per kept user, sorted by id. Themes come from the topics "
                        + "file; the classifier of the live model finds the others. Nothing is trained.",
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Runnable {

    private static final String NO_MODEL = "no model is live: the topic columns count only contents whose theme the "
            + "topics file names; recompute to count all contents";

    @Mixin
    ExportOptions exports = new ExportOptions();

    @Option(names = "--out", required = true, paramLabel = "F.csv", description = "the file to write")
    Path out = Path.of("features.csv");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        FeatureExtraction.warmUp();
        CommandSettings settings = CommandSettings.read();
        EtreprofSettings chosen = settings.etreprof();
        Optional<ContentClassifier> live = liveClassifier(chosen);
        if (live.isEmpty()) {
            spec.commandLine().getErr().println(NO_MODEL);
        }
        Pipeline.Extraction extraction =
                settings.pipeline().extract(exports.or(chosen.exports()), exports.asOf, live.orElse(null));
        write(extraction);
        Features features = extraction.features();
        RowLines.print(
                features.accounts(), features.columns(), spec.commandLine().getErr());
        spec.commandLine()
                .getOut()
                .printf(
                        "%d users as of %s written to %s%n",
                        features.table().users().size(), features.asOf(), out);
    }

    private static Optional<ContentClassifier> liveClassifier(EtreprofSettings settings) {
        return new ModelLoader(
                        new SnapshotStore(settings.modelsDir(), settings.embedder()),
                        new CurrentSnapshot(),
                        new ModelHistory(settings.modelsDir()),
                        Clock.systemUTC())
                .classifier();
    }

    private void write(Pipeline.Extraction extraction) {
        try {
            FeatureCsv.write(extraction.features().table(), extraction.topics(), out);
        } catch (IOException e) {
            throw new ExportException(
                    "%s cannot be written; check that its folder exists, is writable and has free space"
                            .formatted(out.getFileName()));
        }
    }
}
