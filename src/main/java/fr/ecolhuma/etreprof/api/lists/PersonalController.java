package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.request.Flag;
import fr.ecolhuma.etreprof.api.request.Limit;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /user/{user_id}/recommendations}: contents for a user. */
@RestController
final class PersonalController {

    record Answer(
            boolean success,
            long userId,
            String rung,
            List<RecommendedContent> recommendations,
            int totalRecommendations,
            ListStatus status,
            String modelVersion) {

        static Answer of(Snapshot snapshot, int row, PersonalList list) {
            List<RecommendedContent> entries = list.entries().stream()
                    .map(entry -> RecommendedContent.of(entry, snapshot))
                    .toList();
            return new Answer(
                    true,
                    snapshot.model().users().id(row),
                    list.rung().code(),
                    entries,
                    entries.size(),
                    ListStatus.of(entries),
                    snapshot.version());
        }
    }

    private final ServedModel served;
    private final ServedLists lists;

    PersonalController(ServedModel served, ServedLists lists) {
        this.served = served;
        this.lists = lists;
    }

    @GetMapping(path = "/user/{user_id}/recommendations", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/recommendations", name = "user-{user_id}-contents-{model_version}")
    Answer recommend(
            @PathVariable("user_id") String userId,
            @RequestParam(name = "limit", defaultValue = Limit.DEFAULT) String count,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String defi,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String niveau,
            @RequestParam(required = false) @Nullable String exclude,
            @RequestParam(required = false) @Nullable String seen) {
        Snapshot snapshot = served.get();
        int row = KnownUsers.row(snapshot, userId);
        int limit = Limit.of(count);
        ContentFilter filter = Filters.of(snapshot, theme, defi, type, niveau);
        Set<Integer> excluded = ContentRows.excluded(snapshot, exclude);
        PersonalList list = KnownUsers.list(snapshot, row, filter, excluded, Flag.of("seen", seen), limit);
        lists.count(list.rung().code());
        return Answer.of(snapshot, row, list);
    }
}
