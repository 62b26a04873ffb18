package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderModel;
import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderReport;
import fr.ecolhuma.etreprof.recommendation.judging.RankingFigures;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report on recommenders as printed: one object per model with {@code recall@k} and the like side by side. */
public final class RecommenderJson {

    private RecommenderJson() {}

    public static Map<String, Object> of(RecommenderReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model", judged(report.judged().getFirst()));
        for (RecommenderReport.Judged one : report.judged()) {
            if (one.model() != report.model() || isYardstick(one.model())) {
                all.put(one.model().code(), judged(one));
            }
        }
        all.put("users_evaluated", report.usersEvaluated());
        all.put("training", report.training());
        all.put("test", report.test());
        if (report.contents() != null) {
            all.put("contents", report.contents());
        }
        return all;
    }

    private static boolean isYardstick(RecommenderModel model) {
        return model == RecommenderModel.POPULAR || model == RecommenderModel.ITEMKNN;
    }

    private static Map<String, Object> judged(RecommenderReport.Judged one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", one.model().code());
        one.settings().forEach((setting, value) -> values.put(setting, finite(value)));
        for (RankingFigures.At at : one.figures().at()) {
            values.put("recall@" + at.k(), at.recall());
            values.put("recall_capped@" + at.k(), at.cappedRecall());
            values.put("ndcg@" + at.k(), at.ndcg());
            values.put("coverage@" + at.k(), at.coverage());
            values.put("novelty@" + at.k(), at.novelty());
        }
        values.put("search_ms", one.searchMs());
        values.put("fit_ms", one.fitMs());
        return values;
    }

    /** JSON has no infinity: an infinite half-life is written as 0. */
    private static double finite(double value) {
        return Double.isInfinite(value) ? 0 : value;
    }
}
