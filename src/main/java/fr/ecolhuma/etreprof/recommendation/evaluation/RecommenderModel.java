package fr.ecolhuma.etreprof.recommendation.evaluation;

/** The models that can be judged. */
public enum RecommenderModel {
    /** Item-item weights in closed form. */
    EASE,
    /** Item-based nearest neighbours. */
    ITEMKNN,
    /** The same for everybody: by number of users. */
    POPULAR,
    /** The closed form blended with content, neighbours, popularity and recency. */
    HYBRID
}
