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

    /** A recommender that has learnt nothing: lists are those of the segment or of all. */
    public static LearntRecommender none(int contents) {
        return new LearntRecommender(
                ItemWeights.none(contents),
                SimilarContents.none(contents),
                ServingWeights.POPULARITY,
                RecommenderCard.NONE);
    }

    /** Whether nothing is learnt: a history then says nothing. */
    public boolean isEmpty() {
        return weights.lambda() == 0;
    }

    LearntRecommender with(ServingWeights other) {
        return new LearntRecommender(weights, similar, other, card);
    }

    /** How many contents it knows. */
    public int contents() {
        return weights.items();
    }
}
