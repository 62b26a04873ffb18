package fr.ecolhuma.etreprof.recommendation.training;

import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.list.CatalogueFacts;
import fr.ecolhuma.etreprof.recommendation.list.ContentLikeness;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Learns the base of personal lists: it chooses and judges settings on the latest uses, then learns from all uses. */
public final class RecommenderTraining {

    /**
     * The training data.
     *
     * @param interactions users by contents
     * @param audience the same users
     * @param catalogue the same contents
     * @param texts the terms of each content, in its order
     * @param asOfSecond the instant at which ages are measured, in seconds since 1970 UTC
     */
    public record Input(
            InteractionTable interactions,
            Audience audience,
            List<CatalogueItem> catalogue,
            List<SparseVector> texts,
            long asOfSecond) {

        public Input {
            catalogue = List.copyOf(catalogue);
            texts = List.copyOf(texts);
        }
    }

    private RecommenderTraining() {}

    /**
     * Learns; the result is the same for any number of threads.
     *
     * @param threads at least 1
     */
    public static LearntRecommender train(Input input, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return train(input, executor);
        }
    }

    private static LearntRecommender train(Input input, ExecutorService executor) {
        CatalogueFacts facts = new CatalogueFacts(input.catalogue());
        UsageMatrix matrix =
                UsageMatrix.of(input.interactions(), facts.contents()).capped(Ease.MOST_ITEMS_A_USER);
        SimilarContents similar =
                SimilarContents.of(facts.contents(), new ContentLikeness(facts, input.texts()), executor);
        RecommenderTrial.Result trial = RecommenderTrial.of(input, matrix, facts, similar, executor);
        ItemWeights weights = Ease.fit(matrix, trial.card().lambda(), executor);
        return new LearntRecommender(weights, similar, trial.weights(), trial.card());
    }
}
