package fr.ecolhuma.etreprof.recommendation.evaluation;

/** The models that can be judged. */
public enum RecommenderModel {
    /** Item-item weights in closed form. */
    EASE("ease"),
    /** Item-based nearest neighbours. */
    ITEMKNN("itemknn"),
    /** The same list for everyone: by number of users. */
    POPULAR("popular"),
    /** The closed form blended with content, neighbours, popularity and recency. */
    HYBRID("hybrid");

    private final String code;

    RecommenderModel(String code) {
        this.code = code;
    }

    /** Its name in printed reports. */
    public String code() {
        return code;
    }
}
