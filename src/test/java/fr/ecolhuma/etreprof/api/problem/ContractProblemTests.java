package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportHost;
import fr.ecolhuma.etreprof.api.RunningService;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The kinds of problems that a service without keys answers, in both languages, and their pages. */
class ContractProblemTests extends RunningService {

    private static final String[] FRENCH = {"Accept-Language", "fr-FR,fr;q=0.9,en;q=0.8"};

    private static void assertKind(Answer answer, int status, String code) {
        JsonNode problem = Calls.problem(answer, status);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("type").stringValue()).isEqualTo("/docs/problems/" + code);
        assertThat(problem.has("detail_en")).isFalse();
        assertThat(answer.header("vary")).contains("Accept-Language");
        assertThat(answer.header("content-language")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /user/100;x=1/nothing                     | 400 | unreadable-request | L'adresse, les en-têtes ou les paramètres
            GET    | /user/abc/profile                         | 400 | not-an-integer     | user_id : « abc » reçu, nombre entier attendu.
            GET    | /recommend/1?limit=51                     | 400 | out-of-range       | limit : 51 reçu, valeur de 1 à 50 attendue.
            POST   | /clusters/recompute?as_of=2999-01-01      | 400 | out-of-range       | as_of : 2999-01-01 reçu, au plus tard le 20
            POST   | /clusters/recompute?as_of=hier            | 400 | not-a-date         | as_of : « hier » reçu, date attendue ;
            GET    | /user/100/recommendations?exclude=kit     | 400 | malformed-value    | exclude : « kit » reçu, type/id attendu, par exemple article/167.
            GET    | /user/100/recommendations?seen=yes        | 400 | unknown-value      | seen : « yes » reçu, l'une de ces valeurs attendue : true, false.
            GET    | /recommend/1?defi=x                       | 400 | unknown-value      | defi : « x » reçu, l'une de ces valeurs attendue : student_success, mental_health
            POST   | /clusters/recompute?dryrun=true           | 400 | unknown-parameter  | Paramètre inconnu : « dryrun ». Cet appel prend :
            GET    | /clusters?limt=1                          | 400 | unknown-parameter  | Paramètre inconnu : « limt ».
            GET    | /nothing                                  | 404 | no-such-path       | Le service n'a rien à cette adresse.
            GET    | /docs/problems/nothing                    | 404 | no-such-path       | Le service n'a rien à cette adresse.
            GET    | /user/99/profile                          | 404 | unknown-user       | user_id : aucun utilisateur 99 dans le modèle ;
            GET    | /content/article/999999/similar           | 404 | unknown-content    | Aucun contenu article/999999 dans le modèle ;
            GET    | /recommend/9                              | 404 | unknown-segment    | cluster_id : 9 reçu, valeur de 0 à 3 attendue ;
            POST   | /models/20990101-0123456789ab/promote     | 404 | unknown-version    | version : aucune version 20990101-0123456789ab ;
            GET    | /clusters/recompute/jobs/nothing          | 404 | unknown-job        | job : aucun calcul « nothing » ;
            DELETE | /clusters                                 | 405 | method-not-allowed | Méthode DELETE reçue, GET attendue.
            POST   | /user/100/token                           | 409 | no-token-secret    | Le service n'a pas de secret pour signer
            POST   | /classify                                 | 422 | no-content         | La requête n'a pas de texte à classer.
            """)
    void aProblemSaysItsKindInBothLanguages(String method, String path, int status, String code, String detail) {
        Answer english = calls().send(method, path);
        assertKind(english, status, code);
        Answer french = calls().send(method, path, FRENCH);
        JsonNode problem = Calls.problem(french, status);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).startsWith(detail);
        assertThat(problem.get("detail_en")).isEqualTo(english.json().get("detail"));
        assertThat(problem.get("title").stringValue())
                .isEqualTo(
                        ProblemText.of(ProblemKind.of(code).orElseThrow()).fr().title());
        assertThat(french.header("content-language")).isEqualTo("fr");
        assertThat(french.header("vary")).contains("Accept-Language");
    }

    @Test
    void headersAndBodiesHaveKinds() {
        assertKind(calls().get("/clusters", "Accept", "application/xml"), 406, "not-acceptable");
        assertKind(calls().recompute("Origin", "https://example.org"), 403, "call-from-page");
        assertKind(calls().recompute("X-Forwarded-For", "127.0.0.1"), 403, "relayed-call");
        assertKind(calls().post("/recommend", "application/json", "{"), 400, "broken-json");
        assertKind(calls().post("/recommend", "application/json", "[]"), 400, "unexpected-json");
        assertKind(calls().post("/clusters/recompute", "text/plain", "now"), 400, "unexpected-body");
        assertKind(calls().post("/classify", "multipart/form-data; boundary=x", "none"), 400, "broken-body");
        assertKind(calls().post("/classify", "image/png", "x"), 415, "unsupported-media-type");
        assertKind(calls().post("/exports/check", "application/json", " ".repeat(17 << 10)), 413, "too-large");
        byte[] broken = "PK no archive".getBytes(StandardCharsets.ISO_8859_1);
        assertKind(calls().upload("/classify", "file", "a.docx", "", broken), 400, "unusable-document");
    }

    @Test
    void whatTheContainerRefusesHasAKind() {
        String answer = calls().raw("GET / HTTP/9.9\r\nHost: localhost\r\nAccept-Language: fr\r\n\r\n");
        JsonNode problem = Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), 505);
        assertThat(problem.get("code").stringValue()).isEqualTo("unsupported-http");
        answer =
                calls().raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n");
        problem = Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), 400);
        assertThat(problem.get("code").stringValue()).isEqualTo("unreadable-request");
        assertThat(answer).containsIgnoringCase("Vary: Accept-Language");
    }

    @Test
    void runsHaveKinds() throws IOException, InterruptedException {
        String reused = "/clusters/recompute?dry_run=";
        assertThat(calls().send("POST", reused + "true", "Idempotency-Key", "problem")
                        .status())
                .isEqualTo(200);
        assertKind(calls().send("POST", reused + "false", "Idempotency-Key", "problem"), 422, "idempotency-key-reused");
        CompletableFuture<Answer> first;
        try (ExportHost.Hold hold = HOST.hold()) {
            first = calls().later("POST", "/clusters/recompute");
            hold.awaitRequest();
            assertKind(calls().recompute(), 409, "already-running");
            JsonNode french = Calls.problem(calls().recompute(FRENCH), 409);
            String job = french.get("job").stringValue();
            assertThat(french.get("detail").stringValue())
                    .isEqualTo("Un calcul est en cours (job " + job + ") ; attendez sa fin et réessayez.");
            calls().send("DELETE", "/clusters/recompute/jobs/" + job);
        }
        assertKind(first.join(), 409, "run-cancelled");
        Files.delete(EXPORTS.resolve("users.csv"));
        assertKind(calls().recompute(), 422, "unusable-export");
    }

    @Test
    void theDescriptionNamesEveryCode() {
        JsonNode codes = calls().get("/openapi.json").json().at("/components/schemas/ProblemCode/enum");
        assertThat(codes.valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsPage(ProblemKind kind) {
        ProblemText text = ProblemText.of(kind);
        String path = "/docs/problems/" + kind.code();
        assertPage(calls().get(path), "en", text.en().title());
        assertPage(calls().get(path, FRENCH), "fr", text.fr().title());
    }

    private static void assertPage(Answer answer, String language, String title) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("content-language")).isEqualTo(language);
        assertThat(answer.header("vary")).contains("Accept-Language");
        assertThat(answer.header("content-security-policy")).startsWith("default-src 'self'");
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\">", "<h1>" + title.replace("'", "&#39;") + "</h1>")
                .doesNotContain("<script", "${", "http://e");
    }

    @ParameterizedTest
    @CsvSource({"/docs/problems, problems/", "/docs/problems/, ''"})
    void theListLeadsToEveryPage(String path, String folder) {
        assertPage(calls().get(path), "en", "Problems");
        Answer list = calls().get(path, FRENCH);
        assertPage(list, "fr", "Problèmes");
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(list.body()).contains("<a href=\"%s%s\">".formatted(folder, kind.code()));
        }
        assertThat(calls().get("/docs/swagger-ui.css").status()).isEqualTo(200);
    }
}
