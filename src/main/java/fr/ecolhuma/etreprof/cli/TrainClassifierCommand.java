package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.LabelledTraining;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code train-classifier}: the service's classifier, trained with more texts. */
@Command(
        name = "train-classifier",
        description =
                "Trains the classifier of themes and défis on the shipped texts and on labelled texts, which weigh "
                        + "more, writes its three files, and prints as JSON how right it is in cross-validation. JSONL or "
                        + "JSONL.gz, one {\"id\", \"label\", \"text\"} a line; a label is a theme, a défi or \"none\".",
        mixinStandardHelpOptions = true)
final class TrainClassifierCommand implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Option(names = "--labelled", required = true, paramLabel = "F.jsonl", description = "the texts to learn from")
    Path labelled = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder for the three files")
    Path out = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to learn on (default: as many as cores); the classifier does not depend on them")
    int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads: found %d, expected at least 1".formatted(threads));
        }
        LabelledTraining.Report report = LabelledTraining.train(labelled, out, threads);
        spec.commandLine().getOut().println(JSON.writeValueAsString(report));
    }
}
