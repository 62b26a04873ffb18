package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.cli.print.JsonReport;
import fr.ecolhuma.etreprof.cli.print.RecommenderJson;
import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderEvaluation;
import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderModel;
import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate-recommender}: a recommender, learnt from one file of uses and judged on another. */
@Command(
        name = "evaluate-recommender",
        description =
                "Learns from one file of uses, and prints as JSON the quality of the lists on another file, next to "
                        + "popularity and a tuned item-kNN. It chooses every setting on a part of the first file: each user's "
                        + "latest rows if the other file continues them, else a sample. CSV, CSV.gz or Parquet with "
                        + "the columns user, item and optionally timestamp; ids of any kind. It ranks every item except those "
                        + "in the user's training rows.",
        mixinStandardHelpOptions = true)
final class EvaluateRecommenderCommand implements Runnable {

    @Option(names = "--interactions", required = true, paramLabel = "F.csv", description = "the rows to learn from")
    Path interactions = Path.of("");

    @Option(
            names = "--contents",
            paramLabel = "F.csv",
            description = "the items' contents, for the hybrid: id, and any of title, markdown and other columns, "
                    + "which are read as tags")
    @Nullable
    Path contents;

    @Option(names = "--test", required = true, paramLabel = "F.csv", description = "the rows to judge it on")
    Path test = Path.of("");

    @Option(
            names = "--k",
            split = ",",
            defaultValue = "10,20,100",
            paramLabel = "K",
            description = "the depths of the lists (default: 10,20,100)")
    List<Integer> depths = List.of();

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "the regularisation (default: chosen on a part of the training rows)")
    @Nullable
    Double lambda;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "${COMPLETION-CANDIDATES} (default: hybrid if contents are given, else ease)")
    @Nullable
    RecommenderModel model;

    @Mixin
    Threads threads = new Threads();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        require(
                depths.stream().allMatch(k -> k >= 1 && k <= RecommenderEvaluation.DEEPEST),
                "--k: found %s, expected ranks from 1 to %d".formatted(depths, RecommenderEvaluation.DEEPEST));
        Double fixed = lambda;
        require(
                fixed == null || (fixed > 0 && fixed < Double.POSITIVE_INFINITY),
                "--lambda: found %s, expected a number above 0".formatted(fixed));
        RecommenderReport report = RecommenderEvaluation.evaluate(request());
        JsonReport.print(RecommenderJson.of(report), spec.commandLine().getOut());
    }

    private RecommenderEvaluation.Request request() {
        RecommenderModel asked = model;
        if (asked == null) {
            asked = contents == null ? RecommenderModel.EASE : RecommenderModel.HYBRID;
        }
        return new RecommenderEvaluation.Request(interactions, contents, test, asked, lambda, depths, threads.count());
    }

    private void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
