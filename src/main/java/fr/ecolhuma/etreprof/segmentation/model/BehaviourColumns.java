package fr.ecolhuma.etreprof.segmentation.model;

import java.util.List;

/** The columns that count a user's acts, by kind. */
public final class BehaviourColumns {

    /** Use of contents, seen from several sides. */
    public static final List<String> CONTENT =
            List.of("nb_contenu", "nb_fiche_outils", "nb_guide_pratique", "total_interactions_x", "diversite_contenus");

    public static final List<String> MAIL = List.of("nb_opened_mail", "nb_clicked_mail");

    /** Every use, once. */
    public static final List<String> USAGE_EVENTS = List.of("total_interactions_x");

    /** Every event counted in the behaviour columns, once. */
    public static final List<String> ALL_EVENTS =
            List.of("total_interactions_x", "nb_vote", "nb_comments", "nb_opened_mail", "nb_clicked_mail");

    private BehaviourColumns() {}

    /**
     * The positions of the wanted columns that exist.
     *
     * @throws IllegalArgumentException if none exists
     */
    public static int[] positions(List<String> columns, List<String> wanted) {
        int[] positions =
                wanted.stream().mapToInt(columns::indexOf).filter(p -> p >= 0).toArray();
        if (positions.length == 0) {
            throw new IllegalArgumentException(
                    "found the columns %s, expected at least one of %s; give the counts of uses and mails"
                            .formatted(columns, wanted));
        }
        return positions;
    }
}
