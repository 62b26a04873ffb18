package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.ItemTexts;
import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.RankingFigures;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the uses of one file and judges the lists on another. It ranks every item of the training rows except
 * those in the user's own training rows; among equals, the item that appears first in the file wins.
 */
public final class RecommenderEvaluation {

    /**
     * The settings of an evaluation.
     *
     * @param interactions the training rows: columns user, item and optionally timestamp, as CSV, CSV.gz or Parquet
     * @param contents data about the items: a column id and any others, or null
     * @param test the later uses, in the same columns
     * @param model the model to judge
     * @param lambda the regularisation, above 0, or null to choose it on a part of the training rows
     * @param depths the ranks to cut lists at, 1 to {@link #DEEPEST}
     * @param threads at least 1; only the times depend on them
     */
    public record Request(
            Path interactions,
            @Nullable Path contents,
            Path test,
            RecommenderModel model,
            @Nullable Double lambda,
            List<Integer> depths,
            int threads) {

        public Request {
            depths = depths.stream().distinct().sorted().toList();
        }
    }

    /** The deepest rank at which lists can be cut. */
    public static final int DEEPEST = 1000;

    private RecommenderEvaluation() {}

    /**
     * Judges the chosen model, popularity and item-kNN; for the hybrid also its main part alone.
     *
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if a file cannot be used; names the file and the line
     */
    public static RecommenderReport evaluate(Request request) {
        TrainingRows training = TrainingRows.read(request.interactions());
        TestRows test = TestRows.read(request.test(), training);
        ItemTexts texts = request.contents() == null ? null : ItemTexts.read(request.contents(), training.items());
        int[] depths = request.depths().stream().mapToInt(Integer::intValue).toArray();
        try (ExecutorService executor = Executors.newFixedThreadPool(request.threads())) {
            ModelFits fits = new ModelFits(training.matrix(), test.order(), texts, request.lambda(), depths, executor);
            Judge judge = new Judge(training.matrix(), test.matrix(), executor);
            List<RecommenderReport.Judged> judged = new ArrayList<>();
            for (RecommenderModel model : models(request.model())) {
                ModelFits.Fit fit = fits.fit(model);
                RankingFigures figures = judge.figures(fit.scorer(), depths);
                judged.add(new RecommenderReport.Judged(model, fit.settings(), fit.searchMs(), fit.fitMs(), figures));
            }
            return new RecommenderReport(
                    request.model(),
                    judged,
                    size(training),
                    test.counts(),
                    texts == null ? null : texts.counts(),
                    judge.users());
        }
    }

    private static List<RecommenderModel> models(RecommenderModel asked) {
        Set<RecommenderModel> others = EnumSet.of(RecommenderModel.POPULAR, RecommenderModel.ITEMKNN);
        if (asked == RecommenderModel.HYBRID) {
            others.add(RecommenderModel.EASE);
        }
        others.remove(asked);
        List<RecommenderModel> all = new ArrayList<>(List.of(asked));
        all.addAll(others);
        return all;
    }

    private static RecommenderReport.Size size(TrainingRows training) {
        UsageMatrix matrix = training.matrix();
        return new RecommenderReport.Size(matrix.users(), matrix.items(), training.rows(), matrix.pairs());
    }
}
