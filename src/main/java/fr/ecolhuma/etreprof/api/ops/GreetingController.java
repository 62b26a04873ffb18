package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /}: that the service runs, and with which model. */
@RestController
final class GreetingController {

    private record Greeting(
            String greetings,
            String status,
            String version,
            @Nullable String modelVersion) {}

    private final ServedModel served;
    private final VersionedBodies bodies;
    private final String version;

    GreetingController(ServedModel served, JsonMapper mapper, @Value("${etreprof.code-version}") String version) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
        this.version = version;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> greet(WebRequest request) {
        Snapshot snapshot = served.find().orElse(null);
        String model = snapshot == null ? null : snapshot.version();
        return bodies.answer(
                snapshot, "", () -> new Greeting("Welcome to ÊtrePROF API!", "running", version, model), request);
    }
}
