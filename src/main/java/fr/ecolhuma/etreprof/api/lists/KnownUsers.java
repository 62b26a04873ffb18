package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** The users of a model and their lists. */
public final class KnownUsers {

    private KnownUsers() {}

    /**
     * The row of a user.
     *
     * @throws ApiException 400 if the id is not a whole number, 404 if the model has no such user
     */
    public static int row(Snapshot snapshot, String userId) {
        OptionalLong id = WholeNumber.parse("user_id", userId);
        OptionalInt row = id.isPresent() ? snapshot.model().users().rowOf(id.getAsLong()) : OptionalInt.empty();
        return row.orElseThrow(() -> ApiException.of(
                        ProblemKind.UNKNOWN_USER, "user_id: found no user %s in the model".formatted(Shown.of(userId)))
                .value("found", Shown.of(userId)));
    }

    /**
     * Contents for the user of a row.
     *
     * @param excluded rows of the catalogue to leave out
     * @param seen whether the list may hold contents that the user has used
     */
    public static PersonalList list(
            Snapshot snapshot, int row, ContentFilter filter, Set<Integer> excluded, boolean seen, int limit) {
        UserIndex users = snapshot.model().users();
        return snapshot.personal()
                .recommend(new PersonalRequest(
                        history(snapshot.model().interactions(), row),
                        users.segment(row),
                        users.levels(row),
                        filter,
                        excluded,
                        seen,
                        limit));
    }

    /** Rows of the contents that a user has used, the one used longest ago first. */
    static List<Integer> history(InteractionTable interactions, int row) {
        return IntStream.range(interactions.start(row), interactions.end(row))
                .boxed()
                .sorted(Comparator.comparingLong(interactions::lastSecond))
                .map(interactions::content)
                .toList();
    }
}
