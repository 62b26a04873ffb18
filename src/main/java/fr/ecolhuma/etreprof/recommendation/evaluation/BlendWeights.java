package fr.ecolhuma.etreprof.recommendation.evaluation;

/**
 * The weights of the parts of {@link Hybrid}; the learnt weights have the weight 1, and 0 leaves a part out.
 *
 * @param content contents like those used
 * @param neighbours contents with the same users
 * @param popularity contents with many users
 * @param halfLife the number of later items that halves the weight of a use; infinite for no decay
 */
public record BlendWeights(double content, double neighbours, double popularity, double halfLife) {

    /** Only the learnt weights. */
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
