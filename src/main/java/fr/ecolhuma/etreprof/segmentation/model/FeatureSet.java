package fr.ecolhuma.etreprof.segmentation.model;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;

/** The features by which users are segmented. */
public enum FeatureSet {
    /** Behaviour: contents by type and défi, mails, votes, comments. */
    BEHAVIOUR("behaviour"),
    /** Themes: contents used by theme. */
    THEMATIC("thematic"),
    /** Behaviour and themes. */
    BOTH("both");

    /**
     * The factor by which the coordinates of a column that only serves to name the segments are smaller: it keeps a
     * millionth of its variance.
     *
     * <p>Every model holds the columns of behaviour, since personas are ranks of content and mail use.
     */
    private static final double QUIET = 1000;

    private final String code;

    FeatureSet(String code) {
        this.code = code;
    }

    /**
     * The columns of a model of this kind.
     *
     * @param behaviour the counts of behaviour, one row per user
     * @param topics contents used by theme, the same rows
     */
    public CountMatrix counts(CountMatrix behaviour, CountMatrix topics) {
        return this == BEHAVIOUR ? behaviour : behaviour.beside(topics);
    }

    /**
     * The scaler of these columns.
     *
     * @param behaviour the columns of behaviour among them
     */
    public Scaler scaler(CountMatrix counts, List<String> behaviour) {
        Scaler scaler = Scaler.fit(counts);
        return this == THEMATIC
                ? scaler.quietened(column -> behaviour.contains(counts.columns().get(column)), QUIET)
                : scaler;
    }

    /** Its name in settings and files. */
    public String code() {
        return code;
    }
}
