package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.evaluation.ClassifierEvaluation;
import fr.ecolhuma.etreprof.cli.print.JsonReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate-classifier}: the generic learner, trained on one file and judged on another. */
@Command(
        name = "evaluate-classifier",
        description = "Trains a classifier on one file of labelled texts, at the settings that are best in "
                + "cross-validation on it, and prints as JSON the quality of its answers on another. JSONL or JSONL.gz, one "
                + "{\"id\", \"label\", \"text\"} per line; any set of labels.",
        mixinStandardHelpOptions = true)
final class EvaluateClassifierCommand implements Runnable {

    @Option(names = "--train", required = true, paramLabel = "F.jsonl", description = "the texts to learn from")
    Path train = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "F.jsonl", description = "the texts to judge it on")
    Path test = Path.of("");

    @Mixin
    Threads threads = new Threads();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        ClassifierEvaluation.Report report = ClassifierEvaluation.evaluate(train, test, threads.count());
        JsonReport.print(report, spec.commandLine().getOut());
    }
}
