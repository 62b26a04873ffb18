package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.cli.print.RowLines;
import fr.ecolhuma.etreprof.cli.print.RunLines;
import fr.ecolhuma.etreprof.cli.print.StageProgress;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.live.ModelLoader;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.files.VersionSummary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recompute}: the whole pipeline, published under the models and data folders. */
@Command(
        name = "recompute",
        description = "Runs the whole pipeline and publishes a model version; a running service that polls its models "
                + "folder serves it within seconds.",
        mixinStandardHelpOptions = true)
final class RecomputeCommand implements Runnable {

    @Mixin
    ExportOptions exports = new ExportOptions();

    @Option(
            names = "--counts",
            paramLabel = "DIR",
            description = "a folder of counts in place of the events' export (see 'counts')")
    @Nullable
    Path counts;

    @Option(names = "--dry-run", description = "keep the model as a candidate and show its difference; publish nothing")
    boolean dryRun;

    @Option(names = "--force", description = "publish even if a gate refuses the new model")
    boolean force;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        FeatureExtraction.warmUp();
        try (ModelContext context = ModelContext.open()) {
            context.get(ModelLoader.class).load();
            RunResult result = recompute(context);
            RowLines.print(result.rows(), result.columns(), spec.commandLine().getErr());
            VersionSummary made = context.get(SnapshotStore.class).summary(result.version());
            RunLines.print(result, made, spec.commandLine().getOut());
        }
    }

    private RunResult recompute(ModelContext context) {
        Exports chosen = exports.or(context.get(EtreprofSettings.class), counts);
        try (StageProgress progress = StageProgress.on(spec.commandLine().getErr())) {
            RunRequest request = new RunRequest(chosen, exports.asOf, dryRun, force, "command line");
            return context.get(Jobs.class).runHere(request, progress);
        }
    }
}
