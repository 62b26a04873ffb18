package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.Limit;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /content/{type}/{id}/similar}: contents like a given one of the catalogue, which may be unpublished. */
@RestController
final class SimilarController {

    record Answer(
            boolean success,
            String type,
            long id,
            List<RecommendedContent> recommendations,
            int totalRecommendations,
            ListStatus status,
            String modelVersion) {}

    private final ServedModel served;
    private final VersionedBodies bodies;

    SimilarController(ServedModel served, JsonMapper mapper) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
    }

    @GetMapping(path = "/content/{of_type}/{id}/similar", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/recommendations", name = "similar-to-{type}-{id}-{model_version}")
    ResponseEntity<byte[]> similar(
            @PathVariable("of_type") String ofType,
            @PathVariable("id") String id,
            @RequestParam(name = "limit", defaultValue = Limit.DEFAULT) String count,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String defi,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String niveau) {
        Snapshot snapshot = served.get();
        int row = row(snapshot, ofType, id);
        int limit = Limit.of(count);
        ContentFilter filter = Filters.of(snapshot, theme, defi, type, niveau);
        List<RecommendedContent> entries = snapshot.personal().similar(row, filter, limit).stream()
                .map(entry -> RecommendedContent.of(entry, snapshot))
                .toList();
        return bodies.answer(answer(snapshot, row, entries)).shared();
    }

    private static int row(Snapshot snapshot, String type, String id) {
        return ContentRows.of(snapshot, NamedTypes.of(snapshot, "content", type), WholeNumber.parse("id", id))
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_CONTENT,
                                "content: found no %s/%s in the model".formatted(Shown.of(type), Shown.of(id)))
                        .value("found", Shown.of(type) + "/" + Shown.of(id)));
    }

    private static Answer answer(Snapshot snapshot, int row, List<RecommendedContent> entries) {
        ContentKey key = snapshot.model().catalogue().get(row).key();
        return new Answer(
                true, key.type(), key.id(), entries, entries.size(), ListStatus.of(entries), snapshot.version());
    }
}
