package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.api.served.KnownUsers;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.UserHistory;
import fr.ecolhuma.etreprof.snapshot.PastModels;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /user/{user_id}/profile}: who a user is, his segment and why, and contents for him. */
@RestController
final class ProfileController {

    record Answer(boolean success, ProfileAnswer data, String modelVersion) {}

    private final ServedModel served;
    private final PastModels past;
    private final PopulationMeans means = new PopulationMeans();

    ProfileController(ServedModel served, PastModels past) {
        this.served = served;
        this.past = past;
    }

    @GetMapping(path = "/user/{user_id}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer profile(@PathVariable("user_id") String userId) {
        Snapshot snapshot = served.get();
        int row = KnownUsers.row(snapshot, userId);
        return new Answer(true, profile(snapshot, row), snapshot.version());
    }

    private ProfileAnswer profile(Snapshot snapshot, int row) {
        long user = snapshot.model().users().id(row);
        return ProfileAnswer.of(snapshot, row, means.of(snapshot), UserHistory.of(past, user));
    }
}
