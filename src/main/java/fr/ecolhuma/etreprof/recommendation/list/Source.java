package fr.ecolhuma.etreprof.recommendation.list;

/** The reason for which a content is on a list. */
public enum Source {
    /** Users of the user's contents use it. */
    HISTORY("history"),
    /** It is like the user's contents. */
    SIMILAR("similar_content"),
    /** The user's segment uses it. */
    SEGMENT("segment"),
    /** Many users use it. */
    POPULAR("popular"),
    /** It serves a défi and has a reserved place. */
    DEFI("priority_challenge"),
    /** It is on the list of a segment. */
    SEGMENT_LIST("cluster_matching");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    /** Its name in answers and files. */
    public String code() {
        return code;
    }
}
