package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.edge.fast.CommonBodies;
import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.Limit;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /recommend/{cluster_id}}: contents for a segment. */
@RestController
final class RecommendController {

    private record Answer(
            boolean success,
            int clusterId,
            RecommendationList recommendations,
            ListStatus status,
            String modelVersion) {}

    private record Key(int cluster, int limit) {}

    private static final String ROUTE = "/recommend/{cluster_id}";

    private final ServedModel served;
    private final VersionedBodies bodies;

    RecommendController(ServedModel served, JsonMapper mapper, CommonBodies common) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
        for (Persona persona : Personas.shipped().all()) {
            String id = String.valueOf(persona.id());
            common.add("/recommend/" + id, ROUTE, () -> answer(id, Limit.DEFAULT, null, null, null, null));
        }
    }

    @GetMapping(path = ROUTE, produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/recommendations/recommendations", name = "segment-{cluster_id}-contents-{model_version}")
    ResponseEntity<byte[]> recommend(
            @PathVariable("cluster_id") String clusterId,
            @RequestParam(name = "limit", defaultValue = Limit.DEFAULT) String count,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String defi,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String niveau) {
        return answer(clusterId, count, theme, defi, type, niveau).shared();
    }

    private PreparedBody answer(
            String clusterId,
            String count,
            @Nullable String theme,
            @Nullable String defi,
            @Nullable String type,
            @Nullable String niveau) {
        Snapshot snapshot = served.get();
        int cluster = cluster(snapshot, clusterId);
        int limit = Limit.of(count);
        ContentFilter filter = Filters.of(snapshot, theme, defi, type, niveau);
        return filter.equals(ContentFilter.ANY)
                ? bodies.answer(snapshot, new Key(cluster, limit), () -> answer(snapshot, cluster, filter, limit))
                : bodies.answer(answer(snapshot, cluster, filter, limit));
    }

    private static Answer answer(Snapshot snapshot, int cluster, ContentFilter filter, int limit) {
        List<Recommendation> best = snapshot.recommenders().get(cluster).recommend(filter, limit, content -> false);
        RecommendationList list = RecommendationList.of(snapshot, cluster, filter, best);
        return new Answer(true, cluster, list, ListStatus.ofSegment(best), snapshot.version());
    }

    private static int cluster(Snapshot snapshot, String text) {
        int last = snapshot.recommenders().size() - 1;
        return WholeNumber.within("cluster_id", text, 0, last)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_SEGMENT,
                                "cluster_id: found %s, expected 0 to %d".formatted(Shown.of(text), last))
                        .value("found", Shown.of(text))
                        .value("last", last)
                        .with(
                                "available_clusters",
                                IntStream.rangeClosed(0, last).boxed().toList()));
    }
}
