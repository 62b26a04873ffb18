package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.json}, and {@code GET /docs}, a page to read it and to try the calls. */
@RestController
final class DocsController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1));
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final Map<String, MediaType> TYPES = Map.of(
            "swagger-ui.css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "swagger-ui-bundle.js", SCRIPT,
            "start.js", SCRIPT);

    private final String version;
    private final String library;
    private final ServedModel served;
    private volatile @Nullable String description;

    DocsController(
            ServedModel served,
            @Value("${etreprof.code-version}") String version,
            @Value("${etreprof.swagger-ui-version}") String swaggerUi) {
        this.served = served;
        this.version = version;
        this.library = "META-INF/resources/webjars/swagger-ui/%s/".formatted(swaggerUi);
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> description() {
        String text = description;
        if (text == null) {
            text = ApiDescription.json(version);
            description = text;
        }
        String live = served.find().map(Snapshot::version).orElse("20250710-0123456789ab");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(text.replace("${live}", live).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(bytes(own("index.html")));
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        MediaType type = TYPES.get(file);
        if (type == null) {
            throw ApiException.of(ProblemKind.NO_SUCH_PATH, "found no such file; open the page at /docs");
        }
        ClassPathResource resource = file.startsWith("swagger") ? new ClassPathResource(library + file) : own(file);
        return ResponseEntity.ok().cacheControl(A_DAY).contentType(type).body(bytes(resource));
    }

    private static ClassPathResource own(String name) {
        return new ClassPathResource(name, DocsController.class);
    }

    private static byte[] bytes(ClassPathResource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
