package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.ClassifierEvaluation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate-classifier}: the generic learner, trained on one file and judged on another. */
@Command(
        name = "evaluate-classifier",
        description = "Trains a classifier on one file of labelled texts, at the settings that cross-validation on it "
                + "likes best, and prints as JSON how right it is on another. JSONL or JSONL.gz, one "
                + "{\"id\", \"label\", \"text\"} a line; any set of labels.",
        mixinStandardHelpOptions = true)
final class EvaluateClassifierCommand implements Runnable {

    @Option(names = "--train", required = true, paramLabel = "F.jsonl", description = "the texts to learn from")
    Path train = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "F.jsonl", description = "the texts to be judged on")
    Path test = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to learn on (default: as many as cores); the figures do not depend on them")
    int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads: found %d, expected at least 1".formatted(threads));
        }
        ClassifierEvaluation.Report report = ClassifierEvaluation.evaluate(train, test, threads);
        spec.commandLine().getOut().println(json().writeValueAsString(report));
    }

    /** Made when it is needed: every command's class is initialised whichever one is run. */
    private static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }
}
