package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentDiagnostics;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /clusters/diagnostics}: whether the number of segments fits, and the rule that recognises each. */
@RestController
final class DiagnosticsController {

    private final ServedModel served;
    private final Diagnoses diagnoses;
    private final VersionedBodies bodies;

    DiagnosticsController(ServedModel served, Diagnoses diagnoses, JsonMapper mapper) {
        this.served = served;
        this.diagnoses = diagnoses;
        this.bodies = new VersionedBodies(mapper);
    }

    @GetMapping(path = "/clusters/diagnostics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> diagnostics() {
        Snapshot snapshot = served.get();
        SegmentDiagnostics diagnosis = diagnoses.of(snapshot);
        return bodies.answer(snapshot, "", () -> DiagnosticsAnswer.of(snapshot, diagnosis))
                .shared();
    }
}
