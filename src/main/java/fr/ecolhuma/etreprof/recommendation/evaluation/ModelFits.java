package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemKnn;
import fr.ecolhuma.etreprof.recommendation.item.ItemScorer;
import fr.ecolhuma.etreprof.recommendation.item.ItemTexts;
import fr.ecolhuma.etreprof.recommendation.item.TextSimilarity;
import fr.ecolhuma.etreprof.recommendation.judging.Order;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Chooses settings on a part of the training rows, then learns from all of them; learns each part once. */
final class ModelFits {

    /**
     * A model that is ready to judge.
     *
     * @param settings by name
     * @param searchMs the time to choose the settings, in milliseconds
     * @param fitMs the time to learn at these settings, including the counts, in milliseconds
     */
    record Fit(UserScorer scorer, SortedMap<String, Double> settings, long searchMs, long fitMs) {}

    private final UsageMatrix matrix;
    private final Order order;
    private final int[] depths;
    private final ExecutorService executor;
    private final Timed<ItemScorer> content;
    private final boolean described;
    private final Timed<Gram> gram;
    private final Timed<Validation> validation;
    private final Timed<Double> lambda;
    private final Timed<ItemScorer> learnt;
    private final Timed<ItemKnn.Settings> knnSettings;
    private final Timed<ItemScorer> knn;
    private final Timed<BlendWeights> blend;

    ModelFits(
            UsageMatrix matrix,
            Order order,
            @Nullable ItemTexts texts,
            @Nullable Double fixed,
            int[] depths,
            ExecutorService executor) {
        this.matrix = matrix;
        this.order = order;
        this.depths = depths.clone();
        int deepest = Arrays.stream(depths).max().orElse(1);
        this.executor = executor;
        described = texts != null;
        content = new Timed<>(() -> texts == null
                ? (item, factor, scores) -> {}
                : TextSimilarity.of(texts, matrix.items()).neighbours(executor));
        gram = new Timed<>(() -> Gram.count(matrix, executor));
        validation = new Timed<>(() -> Validation.of(matrix, order, executor));
        lambda = new Timed<>(() -> fixed == null ? LambdaSearch.best(validation.get(), deepest, executor) : fixed);
        learnt = new Timed<>(() -> Ease.fit(gram.get(), lambda.get(), executor));
        knnSettings = new Timed<>(() -> KnnSearch.best(validation.get(), deepest, executor));
        knn = new Timed<>(() -> ItemKnn.fit(gram.get(), knnSettings.get(), executor));
        blend = new Timed<>(this::bestBlend);
    }

    Fit fit(RecommenderModel model) {
        gram.get();
        return switch (model) {
            case EASE -> ease();
            case ITEMKNN -> itemKnn();
            case POPULAR -> new Fit(UserScorer.popularity(gram.get()), new TreeMap<>(), 0, gram.ms());
            case HYBRID -> hybrid();
        };
    }

    private Fit ease() {
        Map<String, Double> settings = Map.of("lambda", lambda.get());
        UserScorer scorer = UserScorer.sumOf(matrix, learnt.get());
        return new Fit(scorer, new TreeMap<>(settings), lambda.ms(), gram.ms() + learnt.ms());
    }

    private Fit itemKnn() {
        ItemKnn.Settings chosen = knnSettings.get();
        Map<String, Double> settings =
                Map.of("neighbours", (double) chosen.neighbours(), "shrinkage", chosen.shrinkage());
        UserScorer scorer = UserScorer.sumOf(matrix, knn.get());
        return new Fit(scorer, new TreeMap<>(settings), knnSettings.ms(), gram.ms() + knn.ms());
    }

    private Fit hybrid() {
        Fit ease = ease();
        Fit neighbours = itemKnn();
        BlendWeights weights = blend.get();
        Map<String, Double> settings = Map.of(
                "lambda", lambda.get(),
                "content", weights.content(),
                "neighbours", weights.neighbours(),
                "popularity", weights.popularity(),
                "half_life_items", weights.halfLife());
        Hybrid.Parts parts = new Hybrid.Parts(learnt.get(), content.get(), knn.get());
        return new Fit(
                new Hybrid(matrix, gram.get(), parts, weights),
                new TreeMap<>(settings),
                ease.searchMs() + neighbours.searchMs() + blend.ms(),
                gram.ms() + learnt.ms() + knn.ms() + content.ms());
    }

    private BlendWeights bestBlend() {
        Validation part = validation.get();
        if (part.isEmpty()) {
            return BlendWeights.NONE;
        }
        Hybrid.Parts parts = new Hybrid.Parts(
                Ease.fit(part.gram(), lambda.get(), executor),
                content.get(),
                ItemKnn.fit(part.gram(), knnSettings.get(), executor));
        BlendSearch.Models models = weights -> new Hybrid(part.kept(), part.gram(), parts, weights);
        return new BlendSearch(part.judge(), models, depths).best(order != Order.NONE, described);
    }
}
