package fr.ecolhuma.etreprof.api.models;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.Flag;
import fr.ecolhuma.etreprof.api.request.Moments;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.UnreadBody;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /models}: the versions on the disk, their history, promotion and rollback. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class ModelsController {

    record All(boolean success, @Nullable String live, List<VersionAnswer> versions) {}

    record One(boolean success, VersionAnswer model) {}

    record History(boolean success, List<ModelHistory.Entry> history) {}

    record Switched(
            boolean success,
            String message,
            String modelVersion,
            @Nullable String previousModelVersion) {}

    private final SnapshotStore store;
    private final ModelHistory history;
    private final ModelSwitch live;
    private final AdminRule admin;
    private final VersionedBodies bodies;

    ModelsController(SnapshotStore store, ModelHistory history, ModelSwitch live, AdminRule admin, JsonMapper mapper) {
        this.bodies = new VersionedBodies(mapper);
        this.store = store;
        this.history = history;
        this.live = live;
        this.admin = admin;
    }

    @GetMapping("/models")
    @AsSheet(rows = "/versions", name = "models-{day}")
    ResponseEntity<byte[]> all() {
        List<ModelHistory.Entry> entries = history.entries();
        String now = live.liveVersion().orElse(null);
        List<VersionAnswer> versions = store.versions().reversed().stream()
                .map(version -> describe(version, now, entries))
                .toList();
        return bodies.answer(new All(true, now, versions)).shared();
    }

    @GetMapping("/models/{version}")
    ResponseEntity<byte[]> one(@PathVariable String version) {
        VersionAnswer model = describe(known(version), live.liveVersion().orElse(null), history.entries());
        return bodies.answer(new One(true, model)).shared();
    }

    private VersionAnswer describe(String version, @Nullable String now, List<ModelHistory.Entry> all) {
        List<ModelHistory.Entry> entries =
                all.stream().filter(entry -> entry.version().equals(version)).toList();
        try {
            return VersionAnswer.of(store.summary(version), status(version, now, all), entries);
        } catch (SnapshotException e) {
            return VersionAnswer.broken(version, String.valueOf(e.getMessage()), entries);
        }
    }

    private static VersionStatus status(String version, @Nullable String now, List<ModelHistory.Entry> all) {
        if (version.equals(now)) {
            return VersionStatus.LIVE;
        }
        boolean wasLive =
                all.stream().anyMatch(entry -> entry.version().equals(version) || version.equals(entry.previous()));
        return wasLive ? VersionStatus.PREVIOUS : VersionStatus.CANDIDATE;
    }

    @GetMapping("/models/history")
    @AsSheet(rows = "/history", name = "model-history-{day}")
    ResponseEntity<byte[]> history(@RequestParam(required = false) @Nullable String at) {
        List<ModelHistory.Entry> entries = at == null
                ? history.entries()
                : history.at(Moments.parse("at", at)).stream().toList();
        return bodies.answer(new History(true, entries)).shared();
    }

    @PostMapping("/models/{version}/promote")
    Switched promote(
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String force,
            HttpServletRequest request) {
        String by = admin.require(request);
        UnreadBody.refuse(request);
        boolean forced = Flag.of("force", force);
        return switched("The candidate is live", () -> live.promote(known(version), by, forced));
    }

    @PostMapping("/models/rollback")
    Switched rollBack(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        String by = admin.require(request);
        UnreadBody.refuse(request);
        if (to == null && live.previous().isEmpty()) {
            throw ApiException.of(
                    ProblemKind.UNKNOWN_VERSION,
                    ApiException.Kind.CONFLICT,
                    "found no version that was live before this one; name one of GET /models with ?to=");
        }
        return switched("Rolled back", () -> live.rollBack(to == null ? null : known(to), by));
    }

    private Switched switched(String message, Supplier<Snapshot> change) {
        String before = live.liveVersion().orElse(null);
        try {
            String version = HeavyWork.aside("model-switch", () -> change.get().version());
            return new Switched(true, version.equals(before) ? "already live" : message, version, before);
        } catch (SnapshotException e) {
            String why = String.valueOf(e.getMessage());
            throw e.isFull()
                    ? ApiException.of(ProblemKind.DISK_FULL, why)
                    : ApiException.of(ProblemKind.UNUSABLE_VERSION, why);
        }
    }

    private String known(String version) {
        if (!store.versions().contains(version)) {
            throw ApiException.of(
                            ProblemKind.UNKNOWN_VERSION,
                            "version: found no model version '%s'; GET /models lists the versions"
                                    .formatted(Shown.of(version)))
                    .value("parameter", "version")
                    .value("found", Shown.of(version));
        }
        return version;
    }
}
