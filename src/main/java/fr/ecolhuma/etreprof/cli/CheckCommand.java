package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.cli.print.CheckLines;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.recompute.run.ExportCheck;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.SettingsCheck;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: what a recompute would find in the exports, without one. */
@Command(
        name = "check",
        description =
                "Reads the exports, learns nothing and changes nothing: prints what became of every row and column, "
                        + "what joins, and what the gates say of the exports. Exit code 1 when a recompute would be refused.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    ExportOptions exports = new ExportOptions();

    @Option(
            names = "--counts",
            paramLabel = "DIR",
            description = "a folder of counts in place of the events' export (see 'counts')")
    @Nullable
    Path counts;

    @Option(names = "--json", description = "print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FeatureExtraction.warmUp();
        CommandSettings settings = CommandSettings.read();
        EtreprofSettings configured = settings.etreprof();
        List<String> problems = exports.given == null && counts == null
                ? SettingsCheck.problems(configured)
                : SettingsCheck.folders(configured);
        problems.forEach(problem -> spec.commandLine().getErr().println("error: " + problem));
        if (!problems.isEmpty()) {
            return 1;
        }
        ExportCheck.Result result = check(settings, configured).check(exports.or(configured, counts), exports.asOf);
        CheckLines.print(result, json, spec.commandLine().getOut());
        return result.refused() ? 1 : 0;
    }

    private static ExportCheck check(CommandSettings settings, EtreprofSettings configured) {
        return new ExportCheck(
                settings.pipeline(),
                new SnapshotStore(configured.modelsDir(), configured.embedder()),
                settings.gates(),
                configured::isDemo);
    }
}
