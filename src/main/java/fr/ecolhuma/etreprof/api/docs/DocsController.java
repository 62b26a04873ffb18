package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /docs}: a page in French or English to read the description of the API and to try the calls. */
@RestController
final class DocsController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1));
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final Map<String, MediaType> TYPES = Map.of(
            "swagger-ui.css",
            MediaType.parseMediaType("text/css;charset=UTF-8"),
            "swagger-ui-bundle.js",
            SCRIPT,
            "page.css",
            MediaType.parseMediaType("text/css;charset=UTF-8"),
            "start.js",
            SCRIPT);

    private final String library;

    DocsController(@Value("${etreprof.swagger-ui-version}") String swaggerUi) {
        this.library = "META-INF/resources/webjars/swagger-ui/%s/".formatted(swaggerUi);
    }

    @GetMapping({"/docs", "/redoc"})
    ResponseEntity<byte[]> page(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return page(language(lang, accepted), "");
    }

    /** The page's own addresses are relative, so that a proxy may put a path before them; here they begin a folder higher. */
    @GetMapping("/docs/")
    ResponseEntity<byte[]> pageOfFolder(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return page(language(lang, accepted), "<base href=\"../\">");
    }

    /** The language that the page's switch asks for, or else the browser. */
    private static AnswerLanguage language(@Nullable String chosen, @Nullable String accepted) {
        return switch (chosen) {
            case null -> AnswerLanguage.accepted(accepted);
            case "en" -> AnswerLanguage.ENGLISH;
            case "fr" -> AnswerLanguage.FRENCH;
            default ->
                throw ApiException.of(
                        ProblemKind.UNKNOWN_VALUE, "lang: found '%s', expected en or fr".formatted(Shown.of(chosen)));
        };
    }

    private static ResponseEntity<byte[]> page(AnswerLanguage language, String base) {
        String page = ShippedFile.text(DocsController.class, "page.%s.html".formatted(language.tag()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(page.replace("<head>", "<head>" + base).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(bytes(own("icon.svg")));
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
