package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.json} and {@code GET /openapi.yaml}: the description of the API. */
@RestController
final class DescriptionController {

    private static final String YAML = "application/yaml";

    private final String version;
    private final ServedModel served;
    private volatile @Nullable ApiDescription description;

    DescriptionController(ServedModel served, @Value("${etreprof.code-version}") String version) {
        this.served = served;
        this.version = version;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> json() {
        return answer(MediaType.APPLICATION_JSON, description().json());
    }

    @GetMapping(path = "/openapi.yaml", produces = YAML)
    ResponseEntity<byte[]> yaml() {
        return answer(MediaType.parseMediaType(YAML), description().yaml());
    }

    /** Made with the first request, since a start does not need it. */
    private ApiDescription description() {
        ApiDescription made = description;
        if (made == null) {
            made = ApiDescription.served(version);
            description = made;
        }
        return made;
    }

    private ResponseEntity<byte[]> answer(MediaType type, String text) {
        String live = served.find().map(Snapshot::version).orElse("20250710-0123456789ab");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(type)
                .body(text.replace("${live}", live).getBytes(StandardCharsets.UTF_8));
    }
}
