package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One row a user kept, ascending by id; all tables have the same rows.
 *
 * @param users who they are
 * @param behaviour the 14 counts that segments are made from
 * @param activity all events and, where they are wanted, their windows in time
 * @param dates first and last event of each user
 */
public record FeatureTable(List<User> users, CountMatrix behaviour, CountMatrix activity, EventDates dates) {

    /** Usage by content, by défi and in all. */
    static final List<String> USAGE = List.of(
            "nb_contenu",
            "nb_fiche_outils",
            "nb_guide_pratique",
            "nb_transition_ecologique",
            "nb_sante_mentale",
            "nb_ecole_inclusive",
            "nb_cps",
            "nb_reussite_tous_eleves",
            "total_interactions_x",
            "diversite_contenus");

    /** Votes, comments and mails. */
    static final List<String> REACTIONS = List.of("nb_vote", "nb_comments", "nb_opened_mail", "nb_clicked_mail");

    /** Names of the behaviour columns, in order. */
    public static final List<String> BEHAVIOUR =
            Stream.concat(USAGE.stream(), REACTIONS.stream()).toList();

    /** Names of the activity columns, in order. */
    public static final List<String> ACTIVITY = Stream.of(
                    Stream.of("total_interactions_y"), windows("week", 12), windows("month", 12), windows("year", 3))
            .flatMap(names -> names)
            .toList();

    public FeatureTable {
        users = List.copyOf(users);
        for (CountMatrix matrix : List.of(behaviour, activity)) {
            if (matrix.rows() != users.size()) {
                throw new IllegalArgumentException(
                        "found %d rows, expected one for each of %d users".formatted(matrix.rows(), users.size()));
            }
        }
    }

    private static Stream<String> windows(String unit, int count) {
        return IntStream.range(0, count).mapToObj(i -> unit + "_minus_" + i);
    }
}
