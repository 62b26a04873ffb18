package fr.ecolhuma.etreprof.recommendation.list;

/**
 * The weights of the parts of a personal score, chosen at the recompute.
 *
 * @param history the learnt weights, above 0 if there are any; scaled so that a user's best score by them alone is 1 in
 *     the mean
 * @param content similarity to a content of the history, 0 or more
 * @param segment the popularity in the user's segment, 0 or more; it counts at least 1 for users without a history
 * @param level the amount taken off if the content is for none of the user's stages, 0 or more
 * @param freshness the amount that the newest publication adds, 0 or more; at least {@link #LEAST_FRESHNESS} for users
 *     without a history
 */
public record ServingWeights(double history, double content, double segment, double level, double freshness) {

    /** A weight so small that it only orders contents with otherwise equal scores. */
    static final double LEAST_FRESHNESS = 0.01;

    /** Only the learnt weights, unscaled. */
    public static final ServingWeights PLAIN = new ServingWeights(1, 0, 0, 0, LEAST_FRESHNESS);

    /** Only popularity. */
    static final ServingWeights POPULARITY = new ServingWeights(0, 0, 1, 0, 0);

    public ServingWeights {
        for (double weight : new double[] {history, content, segment, level, freshness}) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("found the weight %s, expected a number from 0".formatted(weight));
            }
        }
    }

    public ServingWeights withContent(double weight) {
        return new ServingWeights(history, weight, segment, level, freshness);
    }

    public ServingWeights withSegment(double weight) {
        return new ServingWeights(history, content, weight, level, freshness);
    }

    public ServingWeights withLevel(double weight) {
        return new ServingWeights(history, content, segment, weight, freshness);
    }

    public ServingWeights withFreshness(double weight) {
        return new ServingWeights(history, content, segment, level, weight);
    }
}
