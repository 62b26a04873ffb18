package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.docs.ScratchService;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history, the jobs and their files name the key of each change, and never show the key. */
class NamedChangesTests {

    @Test
    void aChangeHasTheNameOfItsKey() throws IOException {
        try (ScratchService service = ScratchService.start(
                "named-changes", "--etreprof.access.keys=ops:admin:o-secret,boss:admin:b-secret")) {
            Calls calls = new Calls("localhost", service.port());
            JsonNode run = json(calls, "POST", "/clusters/recompute?dry_run=true&as_of=2025-06-10", "o-secret");
            String candidate = run.get("candidate_version").stringValue();
            json(calls, "POST", "/models/" + candidate + "/promote", "o-secret");
            json(calls, "POST", "/models/rollback", "b-secret");

            JsonNode history = json(calls, "GET", "/models/history", "b-secret").get("history");
            assertThat(history.valueStream()
                            .map(line -> line.get("action").stringValue() + " by "
                                    + line.get("by").stringValue()))
                    .containsExactly("PUBLISHED by start", "PROMOTED by ops", "ROLLED_BACK by boss");
            assertThat(json(calls, "GET", "/clusters/recompute/jobs", "b-secret")
                            .at("/jobs/0/by")
                            .stringValue())
                    .isEqualTo("ops");
            assertThat(json(calls, "GET", "/clusters/recompute/last", "b-secret")
                            .at("/last/by")
                            .stringValue())
                    .isEqualTo("ops");
            assertThat(Files.readString(service.home().resolve("models/history.jsonl")))
                    .contains("\"boss\"")
                    .doesNotContain("secret");
        }
    }

    private static JsonNode json(Calls calls, String method, String path, String key) {
        Calls.Answer answer = calls.send(method, path, "Authorization", "Bearer " + key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
