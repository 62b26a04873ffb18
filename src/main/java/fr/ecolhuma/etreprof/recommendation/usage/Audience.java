package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.domain.TaughtLevels;

/** What is known of the users beside what they used, by row. */
public interface Audience {

    /** How many segments there are. */
    int segments();

    /** The segment of a user, 0 to {@code segments() - 1}. */
    int segment(int user);

    /** The stages that a user teaches. */
    TaughtLevels levels(int user);
}
