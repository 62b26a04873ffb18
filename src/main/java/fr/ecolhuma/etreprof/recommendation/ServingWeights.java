package fr.ecolhuma.etreprof.recommendation;

/**
 * What the parts of a personal score count beside the learnt weights, which count 1; chosen at the recompute.
 *
 * @param content similarity to a content of the history, 0 or more
 * @param segment the popularity in the user's segment, 0 or more; it counts 1 for users without a history
 */
public record ServingWeights(double content, double segment) {

    /** The learnt weights alone. */
    public static final ServingWeights NONE = new ServingWeights(0, 0);

    public ServingWeights {
        for (double weight : new double[] {content, segment}) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("found the weight %s, expected a number from 0".formatted(weight));
            }
        }
    }

    ServingWeights withContent(double weight) {
        return new ServingWeights(weight, segment);
    }

    ServingWeights withSegment(double weight) {
        return new ServingWeights(content, weight);
    }
}
