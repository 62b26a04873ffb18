package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.lists.KnownUsers;
import fr.ecolhuma.etreprof.api.lists.RecommendationList;
import fr.ecolhuma.etreprof.api.served.PerSnapshot;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists of profiles. Users who have used nothing, more than half of all, get the same list as everyone of their
 * segment and levels: these lists are made once.
 */
final class ProfileLists {

    private static final int LISTED = 5;

    private record Newcomers(int segment, TaughtLevels levels) {}

    private final JsonMapper mapper;
    private final PerSnapshot<Map<Newcomers, ProfileList>> ofNewcomers =
            new PerSnapshot<>(snapshot -> new ConcurrentHashMap<>());

    ProfileLists(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The list for the user of a row. */
    ProfileList of(Snapshot snapshot, int row) {
        InteractionTable interactions = snapshot.model().interactions();
        if (interactions.start(row) < interactions.end(row)) {
            return ProfileList.ofOne(list(snapshot, row));
        }
        Newcomers alike = new Newcomers(
                snapshot.model().users().segment(row), snapshot.model().users().levels(row));
        return ofNewcomers
                .of(snapshot)
                .computeIfAbsent(alike, unseen -> ProfileList.ofMany(list(snapshot, row), mapper));
    }

    private static RecommendationList list(Snapshot snapshot, int row) {
        PersonalList own = KnownUsers.list(snapshot, row, ContentFilter.ANY, Set.of(), false, LISTED);
        return RecommendationList.of(snapshot, snapshot.model().users().segment(row), own);
    }
}
