package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;

/**
 * The users of an index as the recommender sees them.
 *
 * @param segments the number of segments
 */
public record IndexedAudience(UserIndex users, int segments) implements Audience {

    @Override
    public int segment(int user) {
        return users.segment(user);
    }

    @Override
    public TaughtLevels levels(int user) {
        return users.levels(user);
    }
}
