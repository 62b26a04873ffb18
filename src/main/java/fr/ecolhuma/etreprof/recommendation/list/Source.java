package fr.ecolhuma.etreprof.recommendation.list;

/** What put a content on a list. */
public enum Source {
    /** Users of what the user has used use it. */
    HISTORY("history"),
    /** It is like what the user has used. */
    SIMILAR("similar_content"),
    /** The user's segment uses it. */
    SEGMENT("segment"),
    /** All use it. */
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
