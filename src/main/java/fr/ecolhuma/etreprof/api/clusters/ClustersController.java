package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.edge.fast.CommonBodies;
import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /clusters}: the segments, their sizes and profiles. */
@RestController
final class ClustersController {

    private final ServedModel served;
    private final VersionedBodies bodies;

    ClustersController(ServedModel served, JsonMapper mapper, CommonBodies common) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
        common.add("/clusters", "/clusters", this::answer);
    }

    @GetMapping(path = "/clusters", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/clusters", name = "segments-{model_version}")
    ResponseEntity<byte[]> clusters() {
        return answer().shared();
    }

    private PreparedBody answer() {
        Snapshot snapshot = served.get();
        return bodies.answer(snapshot, "", () -> ClustersAnswer.of(snapshot));
    }
}
