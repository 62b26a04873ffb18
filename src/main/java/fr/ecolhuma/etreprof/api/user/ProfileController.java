package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.edge.fast.PersonalBodies;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.api.lists.KnownUsers;
import fr.ecolhuma.etreprof.api.lists.ServedLists;
import fr.ecolhuma.etreprof.api.served.PerSnapshot;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import fr.ecolhuma.etreprof.snapshot.past.LiveModels;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /user/{user_id}/profile}: a user, the segment and why, and recommended contents. */
@RestController
final class ProfileController {

    record Answer(boolean success, ProfileAnswer data, String modelVersion) {}

    private final ServedModel served;
    private final PastModels past;
    private final LiveModels live;
    private final JsonMapper mapper;
    private final ServedLists lists;
    private final ProfileLists recommendations;
    private final PerSnapshot<SharedParts> shared;
    private final LatestProfiles latest = new LatestProfiles();

    ProfileController(
            ServedModel served,
            PastModels past,
            LiveModels live,
            JsonMapper mapper,
            ServedLists lists,
            PersonalBodies bodies) {
        this.served = served;
        this.past = past;
        this.live = live;
        this.mapper = mapper;
        this.lists = lists;
        this.recommendations = new ProfileLists(mapper);
        this.shared = new PerSnapshot<>(snapshot -> SharedParts.of(snapshot, mapper));
        bodies.profiles(this::known);
    }

    @GetMapping(path = PersonalBodies.ROUTE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> profile(@PathVariable("user_id") String userId) {
        Snapshot snapshot = served.get();
        return body(snapshot, KnownUsers.row(snapshot, userId)).entity();
    }

    private Optional<Supplier<PreparedBody>> known(String userId) {
        Snapshot snapshot = served.find().orElse(null);
        OptionalInt row = snapshot == null
                ? OptionalInt.empty()
                : snapshot.model().users().rowOf(Long.parseLong(userId));
        return snapshot == null || row.isEmpty() ? Optional.empty() : Optional.of(() -> body(snapshot, row.getAsInt()));
    }

    private PreparedBody body(Snapshot snapshot, int row) {
        List<LiveModel> versions = live.upTo(snapshot.version());
        LatestProfiles.Written profile = latest.get(snapshot, versions, row, () -> write(snapshot, row, versions));
        lists.count(profile.rung());
        return profile.body();
    }

    private LatestProfiles.Written write(Snapshot snapshot, int row, List<LiveModel> versions) {
        UserHistory history = UserHistory.of(snapshot, row, past, versions);
        ProfileAnswer answer = ProfileAnswer.of(
                snapshot, row, shared.of(snapshot), history.entries(), recommendations.of(snapshot, row));
        return new LatestProfiles.Written(
                new PreparedBody(mapper.writeValueAsBytes(new Answer(true, answer, snapshot.version()))),
                answer.recommendations().rung(),
                history.isWhole());
    }
}
