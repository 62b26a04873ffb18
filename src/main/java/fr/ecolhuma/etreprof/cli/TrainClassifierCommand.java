package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.evaluation.LabelledTraining;
import fr.ecolhuma.etreprof.cli.print.JsonReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train-classifier}: the service's classifier, trained with more texts. */
@Command(
        name = "train-classifier",
        description =
                "Trains the classifier of themes and défis on the shipped texts and on labelled texts, which weigh "
                        + "more, writes its three files, and prints as JSON its quality in cross-validation. JSONL or "
                        + "JSONL.gz, one {\"id\", \"label\", \"text\"} per line; a label is a theme, a défi or \"none\".",
        mixinStandardHelpOptions = true)
final class TrainClassifierCommand implements Runnable {

    @Option(names = "--labelled", required = true, paramLabel = "F.jsonl", description = "the texts to learn from")
    Path labelled = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder for the three files")
    Path out = Path.of("");

    @Mixin
    Threads threads = new Threads();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        LabelledTraining.Report report = LabelledTraining.train(
                labelled,
                out,
                threads.count(),
                CommandSettings.read().etreprof().embedder());
        JsonReport.print(report, spec.commandLine().getOut());
    }
}
