package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.api.edge.fast.CommonBodies;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.api.served.VersionedBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /}: says that the service runs, and with which model. */
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

    GreetingController(
            ServedModel served,
            JsonMapper mapper,
            CommonBodies common,
            @Value("${etreprof.code-version}") String version) {
        this.served = served;
        this.bodies = new VersionedBodies(mapper);
        this.version = version;
        common.add("/", "/", this::answer);
    }

    @GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> greet() {
        return answer().shared();
    }

    private PreparedBody answer() {
        return served.find()
                .map(snapshot -> bodies.answer(snapshot, "", () -> greeting(snapshot.version())))
                .orElseGet(() -> bodies.answer(greeting(null)));
    }

    private Greeting greeting(@Nullable String model) {
        return new Greeting("Welcome to ÊtrePROF API!", "running", version, model);
    }
}
