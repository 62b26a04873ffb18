package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /user/{user_id}/profile}: who a user is, his segment and why, and contents for him. */
@RestController
final class ProfileController {

    record Answer(boolean success, ProfileAnswer data, String modelVersion) {}

    private final ServedModel served;

    ProfileController(ServedModel served) {
        this.served = served;
    }

    @GetMapping("/user/{user_id}/profile")
    Answer profile(@PathVariable("user_id") long userId) {
        Snapshot snapshot = served.get();
        int row = snapshot.model()
                .users()
                .rowOf(userId)
                .orElseThrow(() -> ApiException.notFound("user_id: found no user %d in the model".formatted(userId)));
        return new Answer(true, ProfileAnswer.of(snapshot, row), snapshot.version());
    }
}
