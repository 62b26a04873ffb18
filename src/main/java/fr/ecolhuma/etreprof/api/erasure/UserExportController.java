package fr.ecolhuma.etreprof.api.erasure;

import fr.ecolhuma.etreprof.api.served.AdminRule;
import fr.ecolhuma.etreprof.api.served.KnownUsers;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.PastModels;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /user/{user_id}/export}: everything that is held about a user. */
@RestController
final class UserExportController {

    record Answer(boolean success, UserExport data, String modelVersion) {}

    private final ServedModel served;
    private final PastModels past;
    private final AdminRule admin;

    UserExportController(ServedModel served, PastModels past, AdminRule admin) {
        this.served = served;
        this.past = past;
        this.admin = admin;
    }

    @GetMapping(path = "/user/{user_id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer export(@PathVariable("user_id") String userId, HttpServletRequest request) {
        admin.require(request);
        Snapshot snapshot = served.get();
        int row = KnownUsers.row(snapshot, userId);
        return new Answer(true, UserExport.of(snapshot, row, past), snapshot.version());
    }
}
