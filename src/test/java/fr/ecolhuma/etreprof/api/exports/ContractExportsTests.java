package fr.ecolhuma.etreprof.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.ExportHost;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /exports/check}: it judges and changes nothing. */
class ContractExportsTests extends RunningService {

    private static final Path USERS = EXPORTS.resolve("users.csv");

    @AfterEach
    void mendTheExports() {
        TestData.exports(EXPORTS);
    }

    private Calls.Answer check() {
        return calls().send("POST", "/exports/check");
    }

    private Calls.Answer checkOf(String body) {
        return calls().post("/exports/check", "application/json", body);
    }

    @Test
    void soundExportsAreAcceptedAndNothingChanges() throws IOException {
        String version = calls().get("/").json().get("model_version").stringValue();
        long folders = folders();
        Calls.Answer answer = check();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("accepted").booleanValue()).isTrue();
        assertThat(body.get("message").stringValue()).isEqualTo("the exports can be learnt from");
        JsonNode rows = body.get("rows");
        assertThat(rows.get("users_read").intValue()).isEqualTo(63);
        assertThat(rows.get("users_kept").intValue()).isEqualTo(60);
        assertThat(rows.get("events_read").longValue())
                .isEqualTo(ExportCounts.of(EXPORTS).rows());
        assertThat(rows.get("columns").isEmpty()).isFalse();
        JsonNode joins = body.get("joins");
        assertThat(joins.get("users").intValue()).isEqualTo(60);
        assertThat(joins.get("contents").intValue()).isEqualTo(20);
        assertThat(joins.get("uses").longValue()).isPositive();
        assertThat(calls().get("/").json().get("model_version").stringValue()).isEqualTo(version);
        assertThat(folders()).isEqualTo(folders);
    }

    private static long folders() throws IOException {
        try (var entries = Files.list(HOME.resolve("models"))) {
            return entries.count();
        }
    }

    /** Nearly every level is rubbish: far more than a fifth of the filled cells. */
    @Test
    void aColumnThatIsNotUnderstoodIsRefusedWithTheColumnAndExamples() throws IOException {
        String rubbish = Files.readString(USERS).replaceAll("\"\\[[^\\]]*\\]\"", "\"{zzz}\"");
        Files.writeString(USERS, rubbish);
        JsonNode body = check().json();
        assertThat(body.get("accepted").booleanValue()).isFalse();
        assertThat(body.get("message").stringValue())
                .startsWith("a recompute would be refused: cells_users_json_niveau: found 0.9")
                .contains("users.csv, column json_niveau", "'{zzz}' (line 2)", "expected");
    }

    @Test
    void exportsAtAddressesAreRead() {
        Calls.Answer answer = checkOf(
                "{\"users\": \"%1$s/users.csv\", \"contents\": \"%1$s/contents.csv\", \"interactions\": \"%1$s/interactions.csv\"}"
                        .formatted(HOST.address()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("joins").get("users").intValue()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"users": "/etc/passwd", "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found '/etc/passwd', expected an http(s) address; others stand in the settings only
            {"users": "file:///etc/passwd", "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found 'file:///etc/passwd', expected an http(s) address; others stand in the settings only
            {"users": "postgresql://ann@db/p?table=users", "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found 'postgresql://ann@db/p?table=users', expected an http(s) address; others stand
            {"users": "gs://bucket/u.csv", "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found 'gs://bucket/u.csv', expected an http(s) address; others stand
            {"users": "jdbc:duckdb:?table=u", "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found 'jdbc:duckdb:?table=u', expected an http(s) address; others stand
            {"users": "https://e.fr/u", "contents": "https://e.fr/c"} | found no interactions, expected no body
            [] | found no JSON object, expected no body
            {"users": 7, "contents": "https://e.fr/c", "interactions": "https://e.fr/i"} | users: found 7, expected a string
            """)
    void aBadBodyIsRefused(String body, String detail) {
        Calls.Answer answer = checkOf(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").stringValue()).startsWith(detail);
    }

    @Test
    void aMissingColumnIsRefusedByName() throws IOException {
        Files.writeString(USERS, Files.readString(USERS).replaceFirst("json_niveau", "niveau_json"));
        Calls.Answer answer = check();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").stringValue()).contains("users.csv", "json_niveau");
    }

    @Test
    void aSecondCheckAtTheSameTimeIsAConflict() throws Exception {
        CompletableFuture<Calls.Answer> first;
        try (ExportHost.Hold hold = HOST.hold()) {
            first = CompletableFuture.supplyAsync(this::check);
            hold.awaitRequest();
            Calls.Answer second = check();
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.json().get("detail").stringValue())
                    .isEqualTo("a check of exports is running; wait for its end and try again");
        }
        assertThat(first.get().status()).isEqualTo(200);
    }
}
