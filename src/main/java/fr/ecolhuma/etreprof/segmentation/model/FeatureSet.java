package fr.ecolhuma.etreprof.segmentation.model;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;

/** What users are segmented by. */
public enum FeatureSet {
    /** What they do: contents by type and défi, mails, votes, comments. */
    BEHAVIOUR("behaviour"),
    /** What it is about: contents used by theme. */
    THEMATIC("thematic"),
    /** Both alike. */
    BOTH("both");

    /**
     * How much less a column counts that only names the segments: the millionth part of its variance.
     *
     * <p>Personas are ranks of content and mail use, so every model holds the columns of behaviour.
     */
    private static final double QUIET = 1000;

    private final String code;

    FeatureSet(String code) {
        this.code = code;
    }

    /**
     * The columns of a model of this kind.
     *
     * @param behaviour the counts of behaviour, one row a user
     * @param topics contents used by theme, the same rows
     */
    public CountMatrix counts(CountMatrix behaviour, CountMatrix topics) {
        return this == BEHAVIOUR ? behaviour : behaviour.beside(topics);
    }

    /**
     * The scaler of such columns.
     *
     * @param behaviour which of them are of behaviour
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
