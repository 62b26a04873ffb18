package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;

/**
 * What a recompute learns for personal lists.
 *
 * @param weights from each content used to every content
 * @param similar the contents most like each
 * @param serving what the parts of a score count
 * @param card how good the lists are
 */
public record LearntRecommender(
        ItemWeights weights, SimilarContents similar, ServingWeights serving, RecommenderCard card) {

    public LearntRecommender {
        if (weights.items() != similar.contents()) {
            throw new IllegalArgumentException(
                    "contents with neighbours: found %d, expected %d".formatted(similar.contents(), weights.items()));
        }
    }

    LearntRecommender with(ServingWeights other) {
        return new LearntRecommender(weights, similar, other, card);
    }

    /** How many contents it knows. */
    public int contents() {
        return weights.items();
    }
}
