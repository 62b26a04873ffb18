package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.domain.TaughtLevels;

/** The facts about the users besides their uses, by row. */
public interface Audience {

    /** The number of segments. */
    int segments();

    /** The segment of a user, 0 to {@code segments() - 1}. */
    int segment(int user);

    /** The stages that a user teaches. */
    TaughtLevels levels(int user);
}
