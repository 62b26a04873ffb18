package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.domain.ShippedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** A page for every kind of problem, at the address that is its {@code type}, and the list of them. */
@RestController
final class ProblemPages {

    private static final String FOLDER = "/docs/problems/";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @GetMapping("/docs/problems")
    ResponseEntity<byte[]> listed(HttpServletRequest request) {
        return list(AnswerLanguage.of(request), "", "problems/");
    }

    @GetMapping(FOLDER)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return list(AnswerLanguage.of(request), "../", "");
    }

    private static ResponseEntity<byte[]> list(AnswerLanguage language, String docs, String folder) {
        String items = Arrays.stream(ProblemKind.values())
                .map(kind -> "<li><a href=\"%s%s\"><code>%s</code></a> %s</li>\n"
                        .formatted(
                                folder,
                                kind.code(),
                                kind.code(),
                                escaped(ProblemText.of(kind).in(language).title())))
                .collect(Collectors.joining());
        String title = language == AnswerLanguage.FRENCH ? "Problèmes" : "Problems";
        return page(language, docs, title, "<h1>%s</h1>\n<ul>\n%s</ul>\n".formatted(title, items));
    }

    @GetMapping(FOLDER + "{code}")
    ResponseEntity<byte[]> one(@PathVariable String code, HttpServletRequest request) {
        ProblemKind kind = ProblemKind.of(code)
                .orElseThrow(() -> ApiException.of(
                        ProblemKind.NO_SUCH_PATH, "found no such kind of problem; /docs/problems/ lists them"));
        AnswerLanguage language = AnswerLanguage.of(request);
        boolean french = language == AnswerLanguage.FRENCH;
        ProblemText.Words words = ProblemText.of(kind).in(language);
        String statuses = kind.statuses().stream()
                .map(status -> String.valueOf(Statuses.of(status).value()))
                .collect(Collectors.joining(french ? " ou " : " or "));
        return page(language, "../", words.title(), """
                <h1>%s</h1>
                <p><code>%s</code> · HTTP %s</p>
                <h2>%s</h2>
                <p>%s</p>
                <h2>%s</h2>
                <p>%s</p>
                <p><a href="./">%s</a></p>
                """.formatted(
                        escaped(words.title()),
                        kind.code(),
                        statuses,
                        french ? "Ce que cela veut dire" : "What it means",
                        escaped(words.means()),
                        french ? "Que faire" : "What to do",
                        escaped(words.remedy()),
                        french ? "Tous les problèmes" : "All problems"));
    }

    private static ResponseEntity<byte[]> page(AnswerLanguage language, String docs, String title, String body) {
        String html = ShippedFile.text(ProblemPages.class, "page.html")
                .replace("${lang}", language.tag())
                .replace("${title}", escaped(title) + " · ÊtrePROF ML API")
                .replace("${docs}", docs)
                .replace("${body}", body);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        headers.setCacheControl(CacheControl.noCache());
        headers.setContentType(HTML);
        return ResponseEntity.ok().headers(headers).body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
