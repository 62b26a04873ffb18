package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.features.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.Audience;
import fr.ecolhuma.etreprof.snapshot.UserIndex;

/** The users of an index as the recommender sees them. */
record IndexedAudience(UserIndex users, int segments) implements Audience {

    @Override
    public int segment(int user) {
        return users.segment(user);
    }

    @Override
    public TaughtLevels levels(int user) {
        return users.levels(user);
    }
}
