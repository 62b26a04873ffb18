package fr.ecolhuma.etreprof.api.recommend;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import fr.ecolhuma.etreprof.api.served.RecommendationList;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.recommendation.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.Recommendation;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /recommend/{cluster_id}}: contents for a segment. */
@RestController
final class RecommendController {

    private record Answer(
            boolean success, int clusterId, RecommendationList recommendations, String status, String modelVersion) {}

    private record Key(int cluster, int limit) {}

    private static final int MOST = 50;

    private final ServedModel served;
    private final VersionedBodies bodies;
    private final JsonMapper mapper;

    RecommendController(ServedModel served, JsonMapper mapper) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
        this.mapper = mapper;
    }

    @GetMapping("/recommend/{cluster_id}")
    ResponseEntity<byte[]> recommend(
            @PathVariable("cluster_id") int cluster,
            @RequestParam(defaultValue = "5") int limit,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String defi,
            @RequestParam(required = false) @Nullable String type,
            WebRequest request) {
        Snapshot snapshot = served.get();
        requireCluster(snapshot, cluster);
        if (limit < 1 || limit > MOST) {
            throw ApiException.badRequest("limit: found %d, expected 1 to %d".formatted(limit, MOST));
        }
        ContentFilter filter = Filters.of(snapshot, theme, defi, type);
        if (filter.equals(ContentFilter.ANY)) {
            return bodies.answer(
                    snapshot, new Key(cluster, limit), () -> answer(snapshot, cluster, filter, limit), request);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(mapper.writeValueAsBytes(answer(snapshot, cluster, filter, limit)));
    }

    private static Answer answer(Snapshot snapshot, int cluster, ContentFilter filter, int limit) {
        List<Recommendation> best = snapshot.recommenders().get(cluster).recommend(filter, limit, content -> false);
        RecommendationList list = RecommendationList.of(snapshot, cluster, filter, best);
        String status = best.isEmpty() ? "no content passes the filters" : "ok";
        return new Answer(true, cluster, list, status, snapshot.version());
    }

    private static void requireCluster(Snapshot snapshot, int cluster) {
        int clusters = snapshot.recommenders().size();
        if (cluster < 0 || cluster >= clusters) {
            throw ApiException.notFound("cluster_id: found %d, expected 0 to %d".formatted(cluster, clusters - 1))
                    .with(
                            "available_clusters",
                            IntStream.range(0, clusters).boxed().toList());
        }
    }
}
