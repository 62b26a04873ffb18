package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.evaluation.BaseEvaluation;
import fr.ecolhuma.etreprof.classification.evaluation.ClassifierEvaluation;
import fr.ecolhuma.etreprof.cli.print.JsonReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate-classifier}: the generic learner, trained on one file and judged on another. */
@Command(
        name = "evaluate-classifier",
        description = "Trains a classifier on one file of labelled texts, at the settings that are best in "
                + "cross-validation on it, and prints as JSON the quality of its answers on another. JSONL or JSONL.gz, one "
                + "{\"id\", \"label\", \"text\"} per line; any set of labels. With --base, judges the service's own classifier "
                + "instead; labels are then themes, défis and \"none\".",
        mixinStandardHelpOptions = true)
final class EvaluateClassifierCommand implements Runnable {

    @Option(
            names = "--train",
            paramLabel = "F.jsonl",
            description = "the texts to learn from; with --base shipped they may be left out")
    @Nullable
    Path train;

    @Option(names = "--test", required = true, paramLabel = "F.jsonl", description = "the texts to judge it on")
    Path test = Path.of("");

    @Option(
            names = "--base",
            paramLabel = "shipped|DIR",
            description = "the classifier of the shipped texts, which learns those of --train too, or one that "
                    + "train-classifier wrote")
    @Nullable
    String base;

    @Mixin
    Threads threads = new Threads();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (base != null) {
            Embedder embedder = CommandSettings.read().etreprof().embedder();
            JsonReport.print(BaseEvaluation.evaluate(base, train, test, threads.count(), embedder), out);
        } else if (train == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--train=F.jsonl'; only --base goes without");
        } else {
            JsonReport.print(ClassifierEvaluation.evaluate(train, test, threads.count()), out);
        }
    }
}
