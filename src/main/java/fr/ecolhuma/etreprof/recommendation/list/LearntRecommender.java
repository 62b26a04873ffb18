package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;

/**
 * The part of a model that a recompute learns for personal lists.
 *
 * @param weights from each content used to every content
 * @param similar the contents most like each content
 * @param serving the weights of the parts of a score
 * @param card the quality of the lists
 */
public record LearntRecommender(
        ItemWeights weights, SimilarContents similar, ServingWeights serving, RecommenderCard card) {

    public LearntRecommender {
        if (weights.items() != similar.contents()) {
            throw new IllegalArgumentException(
                    "contents with neighbours: found %d, expected %d".formatted(similar.contents(), weights.items()));
        }
    }

    /** A recommender that has learnt nothing: its lists rest on the segment or on all users. */
    public static LearntRecommender none(int contents) {
        return new LearntRecommender(
                ItemWeights.none(contents),
                SimilarContents.none(contents),
                ServingWeights.POPULARITY,
                RecommenderCard.NONE);
    }

    /** Whether nothing is learnt: a history then has no effect. */
    public boolean isEmpty() {
        return weights.lambda() == 0;
    }

    LearntRecommender with(ServingWeights other) {
        return new LearntRecommender(weights, similar, other, card);
    }

    /** The number of contents that it knows. */
    public int contents() {
        return weights.items();
    }
}
