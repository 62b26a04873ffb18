package fr.ecolhuma.etreprof.recommendation.training;

import fr.ecolhuma.etreprof.recommendation.evaluation.KnnSearch;
import fr.ecolhuma.etreprof.recommendation.evaluation.LambdaSearch;
import fr.ecolhuma.etreprof.recommendation.item.ItemKnn;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.RankingFigures;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import fr.ecolhuma.etreprof.recommendation.list.CatalogueFacts;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.PersonalScores;
import fr.ecolhuma.etreprof.recommendation.list.Rung;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.Popularity;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsageFit;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * Chooses the settings of a recommender and judges it: the latest fifth of each user's contents is held out, for up to
 * 5,000 users. Half of them serve to choose, the others to judge. It ranks every content that the user had not used.
 */
final class RecommenderTrial {

    /** The result. */
    record Result(ServingWeights weights, RecommenderCard card) {}

    private static final int MOST_USERS = 5_000;
    private static final int[] DEPTHS = {10, 20, 100};
    private static final int DEPTH = 100;

    private final RecommenderTraining.Input input;
    private final TrialSplit split;
    private final Popularity popularity;
    private final CatalogueFacts facts;
    private final ExecutorService executor;

    private RecommenderTrial(
            RecommenderTraining.Input input, TrialSplit split, CatalogueFacts facts, ExecutorService executor) {
        this.input = input;
        this.split = split;
        this.facts = facts;
        this.executor = executor;
        this.popularity = new Popularity(
                SegmentUsageFit.fit(
                        split.kept(),
                        input.audience()::segment,
                        input.audience().segments(),
                        input.asOfSecond()),
                LevelUsage.of(split.kept(), input.audience(), input.asOfSecond()));
    }

    static Result of(
            RecommenderTraining.Input input,
            UsageMatrix matrix,
            CatalogueFacts facts,
            SimilarContents similar,
            ExecutorService executor) {
        TrialSplit split = TrialSplit.of(matrix, MOST_USERS);
        SortedMap<String, Double> rungs = Rung.shares(matrix, input.audience());
        if (split.isEmpty()) {
            return new Result(
                    ServingWeights.PLAIN,
                    card(LambdaSearch.DEFAULT, ServingWeights.PLAIN, 0, new TreeMap<>(), new TreeMap<>(), rungs));
        }
        return new RecommenderTrial(input, split, facts, executor).run(similar, rungs);
    }

    private Result run(SimilarContents similar, SortedMap<String, Double> rungs) {
        Validation validation = split.validation(executor);
        ItemWeights ease = LambdaClimb.best(validation, DEPTH, executor);
        PersonalScores scores = new PersonalScores(
                facts, popularity, new LearntRecommender(ease, similar, ServingWeights.PLAIN, RecommenderCard.NONE));
        UserScorer alone = UserScorer.sumOf(split.kept(), ease);
        ServingWeights start = split.scaled(ease);
        ServingWeights weights = ServingSearch.best(
                validation.judge(),
                scorer(scores.with(start)),
                start,
                (user, tried, rows) -> fill(scores, user, tried, rows));
        UserScorer hybrid = scorer(scores.with(weights));
        Judge judge = split.judge(split.tested(), executor);
        SortedMap<String, SortedMap<String, Double>> figures = new TreeMap<>();
        figures.put("hybrid", figures(judge, hybrid));
        figures.put("ease", figures(judge, alone));
        figures.put("itemknn", figures(judge, itemKnn(validation)));
        figures.put("popular", figures(judge, UserScorer.popularity(validation.gram())));
        return new Result(weights, card(ease.lambda(), weights, judge.users(), figures, bySegment(hybrid), rungs));
    }

    private UserScorer scorer(PersonalScores scores) {
        return (user, row) -> scores.fill(
                split.kept().itemsOf(user),
                input.audience().segment(user),
                input.audience().levels(user),
                row);
    }

    private void fill(PersonalScores scores, int user, List<ServingWeights> tried, double[][] rows) {
        scores.fillAll(
                split.kept().itemsOf(user),
                input.audience().segment(user),
                input.audience().levels(user),
                tried,
                rows);
    }

    private UserScorer itemKnn(Validation validation) {
        ItemKnn.Settings settings = KnnSearch.best(validation, DEPTH, executor);
        return UserScorer.sumOf(split.kept(), ItemKnn.fit(validation.gram(), settings, executor));
    }

    private SortedMap<String, SortedMap<String, Double>> bySegment(UserScorer hybrid) {
        SortedMap<String, SortedMap<String, Double>> segments = new TreeMap<>();
        for (int segment = 0; segment < input.audience().segments(); segment++) {
            int wanted = segment;
            UsageMatrix asked =
                    split.tested().part((user, entry) -> input.audience().segment(user) == wanted);
            if (asked.pairs() > 0) {
                Judge judge = split.judge(asked, executor);
                SortedMap<String, Double> figures = figures(judge, hybrid);
                figures.put("users", (double) judge.users());
                segments.put(String.valueOf(segment), figures);
            }
        }
        return segments;
    }

    private static SortedMap<String, Double> figures(Judge judge, UserScorer scorer) {
        SortedMap<String, Double> figures = new TreeMap<>();
        for (RankingFigures.At at : judge.figures(scorer, DEPTHS).at()) {
            figures.put("recall@" + at.k(), at.recall());
            figures.put("recall_capped@" + at.k(), at.cappedRecall());
            figures.put("ndcg@" + at.k(), at.ndcg());
            figures.put("coverage@" + at.k(), at.coverage());
            figures.put("novelty@" + at.k(), at.novelty());
        }
        return figures;
    }

    private static RecommenderCard card(
            double lambda,
            ServingWeights weights,
            int users,
            SortedMap<String, SortedMap<String, Double>> figures,
            SortedMap<String, SortedMap<String, Double>> segments,
            SortedMap<String, Double> rungs) {
        SortedMap<String, Double> named = new TreeMap<>();
        named.put("history", weights.history());
        named.put("content", weights.content());
        named.put("segment", weights.segment());
        named.put("level", weights.level());
        named.put("freshness", weights.freshness());
        return new RecommenderCard(lambda, named, users, figures, segments, rungs);
    }
}
