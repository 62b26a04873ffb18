package fr.ecolhuma.etreprof.recommendation.evaluation;

/**
 * What the parts of {@link Hybrid} count beside the learnt weights, which count 1; 0 leaves a part out.
 *
 * @param content contents like those used
 * @param neighbours contents with the same users
 * @param popularity contents with many users
 * @param halfLife items used since that halve what a use counts; infinite for no decay
 */
public record BlendWeights(double content, double neighbours, double popularity, double halfLife) {

    /** The learnt weights alone. */
    static final BlendWeights NONE = new BlendWeights(0, 0, 0, Double.POSITIVE_INFINITY);

    BlendWeights withContent(double weight) {
        return new BlendWeights(weight, neighbours, popularity, halfLife);
    }

    BlendWeights withNeighbours(double weight) {
        return new BlendWeights(content, weight, popularity, halfLife);
    }

    BlendWeights withPopularity(double weight) {
        return new BlendWeights(content, neighbours, weight, halfLife);
    }

    BlendWeights withHalfLife(double items) {
        return new BlendWeights(content, neighbours, popularity, items);
    }
}
