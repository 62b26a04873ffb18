package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.lists.KnownUsers;
import fr.ecolhuma.etreprof.api.lists.RecommendedContent;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The personal data of one user.
 *
 * @param counts the behaviour counts by feature
 * @param uses every content used, by key
 * @param history the segments over the versions that were live and are kept, in that order
 * @param recommendations the contents that would be recommended now
 */
record UserExport(
        long userId,
        Profile profile,
        Cluster cluster,
        Map<String, Integer> counts,
        List<Use> uses,
        List<UserHistory.Entry> history,
        List<RecommendedContent> recommendations) {

    private static final int LISTED = 50;

    record Profile(
            @Nullable Integer anciennete,
            int degre,
            @Nullable String academie,
            List<String> niveauxEnseignes) {

        static Profile of(UserIndex users, int row) {
            List<String> levels =
                    users.levels(row).stages().stream().map(Stage::code).toList();
            return new Profile(users.anciennete(row), users.degre(row), users.academie(row), levels);
        }
    }

    record Cluster(int id, String name) {}

    /**
     * A content that was used.
     *
     * @param uses how often
     * @param lastUse ISO 8601 in UTC
     */
    record Use(String type, long id, String title, int uses, String lastUse) {}

    static UserExport of(Snapshot snapshot, int row, PastModels past, List<LiveModel> live) {
        UserIndex users = snapshot.model().users();
        int segment = users.segment(row);
        return new UserExport(
                users.id(row),
                Profile.of(users, row),
                new Cluster(segment, Personas.shipped().get(segment).name()),
                counts(users, row),
                uses(snapshot, row),
                UserHistory.of(snapshot, row, past, live).entries(),
                KnownUsers.list(snapshot, row, ContentFilter.ANY, Set.of(), false, LISTED).entries().stream()
                        .map(entry -> RecommendedContent.of(entry, snapshot))
                        .toList());
    }

    private static Map<String, Integer> counts(UserIndex users, int row) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> columns = users.counts().columns();
        for (int column = 0; column < columns.size(); column++) {
            counts.put(columns.get(column), users.counts().get(row, column));
        }
        return counts;
    }

    private static List<Use> uses(Snapshot snapshot, int row) {
        InteractionTable table = snapshot.model().interactions();
        return IntStream.range(table.start(row), table.end(row))
                .mapToObj(entry -> {
                    CatalogueItem item = snapshot.model().catalogue().get(table.content(entry));
                    return new Use(
                            item.key().type(),
                            item.key().id(),
                            item.title(),
                            table.uses(entry),
                            Instant.ofEpochSecond(table.lastSecond(entry)).toString());
                })
                .toList();
    }
}
