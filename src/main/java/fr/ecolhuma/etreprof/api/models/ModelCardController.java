package fr.ecolhuma.etreprof.api.models;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /model/classifier} and {@code GET /model/recommender}: the cards of both: their sources, sizes and
 * measured quality.
 */
@RestController
final class ModelCardController {

    private final ServedModel served;
    private final VersionedBodies bodies;

    ModelCardController(ServedModel served, JsonMapper mapper) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
    }

    /** The body of the answer. */
    record Answer(boolean success, Object data, String modelVersion) {}

    @GetMapping(path = "/model/classifier", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> classifier() {
        Snapshot snapshot = served.classifying();
        return bodies.answer(
                        snapshot,
                        "classifier",
                        () -> new Answer(true, snapshot.classifier().card(), snapshot.version()))
                .shared();
    }

    @GetMapping(path = "/model/recommender", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recommender() {
        Snapshot snapshot = served.get();
        return bodies.answer(
                        snapshot, "recommender", () -> new Answer(true, snapshot.recommenderCard(), snapshot.version()))
                .shared();
    }
}
