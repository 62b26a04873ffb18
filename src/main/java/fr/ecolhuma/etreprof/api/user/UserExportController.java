package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.lists.KnownUsers;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModels;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /user/{user_id}/export}: the personal data of one user. */
@RestController
final class UserExportController {

    record Answer(boolean success, UserExport data, String modelVersion) {}

    private final ServedModel served;
    private final PastModels past;
    private final LiveModels live;

    UserExportController(ServedModel served, PastModels past, LiveModels live) {
        this.served = served;
        this.past = past;
        this.live = live;
    }

    @GetMapping(path = "/user/{user_id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer export(@PathVariable("user_id") String userId) {
        Snapshot snapshot = served.get();
        int row = KnownUsers.row(snapshot, userId);
        return new Answer(true, UserExport.of(snapshot, row, past, live.upTo(snapshot.version())), snapshot.version());
    }
}
