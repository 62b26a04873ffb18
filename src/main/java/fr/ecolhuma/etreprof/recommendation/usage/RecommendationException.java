package fr.ecolhuma.etreprof.recommendation.usage;

import java.io.Serial;

/** A recommender that cannot be learnt or judged; the message says what was found and what was expected. */
public final class RecommendationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A refusal. */
    public RecommendationException(String message) {
        super(message);
    }
}
