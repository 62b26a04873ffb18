package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.cli.print.CountProgress;
import fr.ecolhuma.etreprof.recompute.live.ModelLoader;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code classify}: turns files or standard input into one line of JSON per text. */
@Command(
        name = "classify",
        description = "Prints the theme and the défis of texts, one line of JSON per text, in order. Without a FILE, "
                + "reads one {\"id\", \"text\"} per line from standard input.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Runnable {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "a text as md, txt, pdf or docx, or many texts as ndjson or jsonl, gzipped or not")
    List<Path> files = List.of();

    @Option(
            names = "--classifier",
            paramLabel = "DIR",
            description = "a classifier that train-classifier wrote; by default that of the live model")
    @Nullable
    Path folder;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        try (CountProgress progress = CountProgress.on("classify", err)) {
            if (folder != null) {
                classify(
                        ClassifierFiles.read(
                                folder, CommandSettings.read().etreprof().embedder()),
                        progress);
            } else {
                classifyWithLive(progress);
            }
        }
    }

    private void classifyWithLive(CountProgress progress) {
        try (ModelContext context = ModelContext.open()) {
            context.get(ModelLoader.class).load();
            Snapshot snapshot = context.get(CurrentSnapshot.class)
                    .get()
                    .orElseThrow(() -> new ClassifierException("found no model to classify with; run recompute first"));
            classify(snapshot.classifier(), progress);
        }
    }

    private void classify(ContentClassifier classifier, CountProgress progress) {
        try (Classifying run = new Classifying(classifier, spec.commandLine().getOut(), progress)) {
            run.all(files);
        }
    }
}
