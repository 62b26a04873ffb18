package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModels;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import fr.ecolhuma.etreprof.snapshot.past.UserMoves;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /clusters/transitions} and {@code GET /clusters/history}: the segments from version to version. */
@RestController
final class TransitionsController {

    private final ServedModel served;
    private final PastModels past;
    private final ModelHistory history;
    private final LiveModels live;
    private final VersionedBodies bodies;

    TransitionsController(
            ServedModel served, PastModels past, ModelHistory history, LiveModels live, JsonMapper mapper) {
        this.history = history;
        this.live = live;
        this.served = served;
        this.past = past;
        this.bodies = new VersionedBodies(mapper);
    }

    @GetMapping(path = "/clusters/transitions", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/sankey/links", name = "moves-{from}-{to}")
    ResponseEntity<byte[]> transitions(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Snapshot snapshot = served.get();
        AskedVersions asked = AskedVersions.of(past.all(), history.entries(), snapshot.version(), from, to);
        UserMoves moves = UserMoves.between(
                past.countedUsers(asked.from()),
                past.countedUsers(asked.to()),
                snapshot.model().segments().k());
        return bodies.answer(TransitionsAnswer.of(asked.from(), asked.to(), moves))
                .shared();
    }

    @GetMapping(path = "/clusters/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/versions", each = "clusters", name = "segments-by-version-{day}")
    ResponseEntity<byte[]> history() {
        Snapshot snapshot = served.get();
        return bodies.answer(HistoryAnswer.of(
                        live.upTo(snapshot.version()), past.all(), history.entries(), snapshot.version()))
                .shared();
    }
}
