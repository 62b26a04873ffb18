package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.docs.ScratchService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The kinds of problems of keys, tokens, pages and allowances. */
class KeyedProblemTests {

    private static ScratchService service;

    @BeforeAll
    static void start() throws IOException {
        service = ScratchService.start(
                "keyed-problems",
                "--etreprof.access.keys=web:reader:r1,ops:admin:a1",
                "--etreprof.access.cors-origins=https://etreprof.fr",
                "--etreprof.access.rate-per-minute.admin=1",
                "--etreprof.tokens.secrets=a secret of at least thirty-two bytes");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static Answer send(String method, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept-Language", "fr"));
        return new Calls("localhost", service.port()).send(method, path, all.toArray(String[]::new));
    }

    private static void assertKind(Answer answer, int status, String code, String detail) {
        JsonNode problem = Calls.problem(answer, status);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).startsWith(detail);
        assertThat(answer.headers().allValues("vary")).contains("Accept-Language");
    }

    @Test
    void aCallWithoutAKey() {
        assertKind(
                send("GET", "/user/26/profile"),
                401,
                "no-key",
                "Cet appel demande une clé, et la requête n'en porte pas ; envoyez « Authorization: Bearer » et une clé de l'un de ces rôles : reader, editor, admin.");
    }

    @Test
    void aWrongKey() {
        assertKind(
                send("GET", "/user/26/profile", "Authorization", "Bearer r2"),
                401,
                "unknown-key",
                "L'en-tête Authorization ne porte ni clé valable ni jeton d'utilisateur valable.");
    }

    @Test
    void aKeyOfAnotherRole() {
        assertKind(
                send("POST", "/clusters/recompute", "Authorization", "Bearer r1"),
                403,
                "forbidden-role",
                "La clé reçue a le rôle reader, qui ne permet pas cet appel ; envoyez une clé de l'un de ces rôles : admin.");
    }

    @Test
    void aTokenOfAnotherUser() {
        String token = send("POST", "/user/26/token", "Authorization", "Bearer r1")
                .json()
                .get("token")
                .stringValue();
        assertKind(
                send("GET", "/user/27/profile", "Authorization", "Bearer " + token),
                403,
                "other-user",
                "Un jeton ne vaut que pour son utilisateur, et l'adresse en nomme un autre.");
    }

    @Test
    void aPageOfAnotherOrigin() {
        Answer answer = send("GET", "/clusters?_=1", "Origin", "https://example.org");
        assertKind(answer, 403, "page-not-allowed", "La page d'un autre site a fait l'appel");
        assertThat(answer.headers().allValues("vary")).contains("Origin");
    }

    @Test
    void moreCallsThanAllowed() {
        assertKind(
                send("POST", "/models/rollback", "Authorization", "Bearer a1"),
                409,
                "unknown-version",
                "Il n'y a pas de version du modèle");
        assertKind(
                send("POST", "/models/rollback", "Authorization", "Bearer a1"),
                429,
                "too-many-requests",
                "Plus de 1 requêtes de cette sorte par minute ; attendez ");
    }
}
