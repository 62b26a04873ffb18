package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code DELETE /user/{user_id}} and {@code GET /user/{user_id}/export}. */
class ContractErasureTests extends RunningService {

    /** The service is shared: nobody stays erased. */
    @AfterAll
    void forgetTheErasures() throws IOException {
        Files.deleteIfExists(HOME.resolve("models/erased/417.json"));
        TestData.exports(EXPORTS);
        assertThat(calls().recompute().status()).isEqualTo(200);
        assertThat(calls().get("/user/417/profile").status()).isEqualTo(200);
    }

    @Test
    void anErasedUserIsGoneFromEveryAnswerAndStaysSo() throws IOException {
        int before = calls().get("/clusters").json().at("/clusters/3/count").intValue();
        String publicAnswers = publicAnswers();
        Answer erased = calls().send("DELETE", "/user/417");
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        JsonNode receipt = erased.json();
        assertThat(receipt.get("known").booleanValue()).isTrue();
        assertThat(receipt.get("erasure").stringValue()).isNotBlank();
        assertThat(receipt.get("erased_at").stringValue()).endsWith("Z");
        assertThat(receipt.get("removed_from").toString()).contains("model served", "later recomputes");
        assertThat(receipt.get("remains").toString()).contains("files of model version", "list of erasures");
        // as a number of its own: the digits may stand in the random id of the receipt
        assertThat(erased.body()).doesNotContainPattern("\\b417\\b");
        assertGone(before - 1);
        assertThat(publicAnswers())
                .as("a size that fell by one would tell the segment of the user")
                .isEqualTo(publicAnswers);

        assertThat(calls().recompute().json().get("total_users_processed").intValue())
                .isEqualTo(59);
        assertGone(before - 1);
        assertThat(calls().get("/clusters").json().at("/clusters/3/count").intValue())
                .as("the next version counts again")
                .isEqualTo(before - 1);
        assertThat(calls().send("DELETE", "/user/417").json().get("erasure")).isEqualTo(receipt.get("erasure"));
        assertThat(Files.readString(HOME.resolve("models/erased/417.json")))
                .contains(
                        receipt.get("erasure").stringValue(),
                        receipt.get("erased_at").stringValue());
    }

    /** Everything about many users that anyone may ask for, and what a profile says about all. */
    private String publicAnswers() {
        String version = calls().get("/clusters").json().get("model_version").stringValue();
        return calls().get("/clusters").body()
                + calls().get("/clusters/diagnostics").body()
                + IntStream.range(0, 4)
                        .mapToObj(
                                segment -> calls().get("/recommend/" + segment).body())
                        .toList()
                + calls().get("/user/416/profile").json().at("/data/cluster")
                + calls().get("/models/" + version).json().findValues("sizes").toString()
                + calls().get("/clusters/transitions?from=%s&to=%s".formatted(version, version))
                        .json()
                        .get("matrix");
    }

    private void assertGone(int left) throws IOException {
        Calls.problem(calls().get("/user/417/profile"), 404);
        Calls.problem(calls().get("/user/417/recommendations"), 404);
        Calls.problem(calls().get("/user/417/export"), 404);
        assertThat(calls().get("/user/416/profile").json().at("/data/user_id").intValue())
                .isEqualTo(416);
        assertThat(calls().get("/user/418/profile").json().at("/data/user_id").intValue())
                .isEqualTo(418);
        JsonNode listed = calls().get("/clusters/3/users").json();
        assertThat(listed.get("total").intValue()).isEqualTo(left);
        assertThat(listed.get("users").valueStream().map(JsonNode::intValue))
                .hasSize(left)
                .doesNotContain(417);
        Path assignments = HOME.resolve("data/user_cluster_assignments.csv");
        assertThat(Files.readString(assignments)).doesNotContain("\n417;").contains("\n416;", "\n418;");
    }

    @Test
    void whomADryRunHasNamedItNamesNoMore() throws IOException {
        TestData.exports(EXPORTS, Map.of(419, 2));
        String[] key = {"Idempotency-Key", "key-" + System.nanoTime()};
        Answer dry = calls().send("POST", "/clusters/recompute?dry_run=true", key);
        String job = "/clusters/recompute/jobs/"
                + calls().get("/clusters/recompute/last").json().at("/last/job").stringValue();
        assertThat(dry.json().at("/difference/strongest/0/user_id").intValue()).isEqualTo(419);
        assertThat(calls().get(job).json().at("/job/result/difference/strongest"))
                .hasSize(1);
        Path record = HOME.resolve("models/jobs").resolve(job.substring(job.lastIndexOf('/') + 1) + ".json");
        assertThat(Files.readString(record)).containsPattern("\\b419\\b");
        try {
            assertThat(calls().send("DELETE", "/user/419").status()).isEqualTo(200);
            assertThat(Files.readString(record)).as("on the disk too").doesNotContainPattern("\\b419\\b");
            assertThat(calls().get(job).json().at("/job/result/difference/strongest"))
                    .isEmpty();
            JsonNode again = calls().send("POST", "/clusters/recompute?dry_run=true", key)
                    .json();
            assertThat(again.at("/difference/strongest")).isEmpty();
            assertThat(again.at("/candidate_version")).isEqualTo(dry.json().get("candidate_version"));
        } finally {
            Files.delete(HOME.resolve("models/erased/419.json"));
            TestData.exports(EXPORTS);
            calls().recompute();
        }
    }

    @Test
    void whomNothingIsKnownOfIsErasedFromLaterRecomputes() throws IOException {
        int users = calls().recompute().json().get("total_users_processed").intValue();
        JsonNode receipt = calls().send("DELETE", "/user/999999").json();
        assertThat(receipt.get("known").booleanValue()).isFalse();
        JsonNode again = calls().send("DELETE", "/user/999999").json();
        assertThat(again.get("erasure")).isEqualTo(receipt.get("erasure"));
        assertThat(again.get("known").booleanValue()).isFalse();
        Path file = EXPORTS.resolve("users.csv");
        String exported = Files.readString(file);
        String comes = exported.lines()
                .filter(line -> line.startsWith("416,"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("416", "999999");
        Files.writeString(file, exported + comes + "\n");
        try {
            assertThat(calls().recompute().json().get("total_users_processed").intValue())
                    .isEqualTo(users);
            Calls.problem(calls().get("/user/999999/profile"), 404);
        } finally {
            Files.delete(HOME.resolve("models/erased/999999.json"));
        }
        try {
            assertThat(calls().recompute().json().get("total_users_processed").intValue())
                    .as("without the erasure")
                    .isEqualTo(users + 1);
        } finally {
            Files.writeString(file, exported);
            calls().recompute();
        }
    }

    @Test
    void whatIsNoIdErasesNobody() {
        Calls.problem(calls().send("DELETE", "/user/99999999999999999999"), 404);
        Calls.problem(calls().send("DELETE", "/user/me"), 400);
        Calls.problem(calls().send("DELETE", "/user/416", "X-Forwarded-For", "192.0.2.1"), 403);
        assertThat(calls().get("/user/416/profile").status()).isEqualTo(200);
    }

    @Test
    void anExportHoldsEverythingAboutAUser() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode data = calls().get("/user/300/export").json().get("data");
        assertThat(data.get("user_id").intValue()).isEqualTo(300);
        assertThat(data.at("/profile/academie").stringValue()).isEqualTo("Paris");
        assertThat(data.at("/cluster/id").intValue()).isEqualTo(2);
        for (String feature : ExportCounts.FEATURES) {
            assertThat(data.get("counts").get(feature).intValue()).isEqualTo(counts.count(300, feature));
        }
        assertThat(data.get("uses")).isNotEmpty();
        for (JsonNode use : data.get("uses")) {
            assertThat(use.get("uses").intValue()).isPositive();
            assertThat(use.get("last_use").stringValue()).startsWith("20").endsWith("Z");
        }
        assertThat(data.get("uses")).hasSize(counts.count(300, "diversite_contenus"));
        assertThat(data.get("history")).isNotEmpty();
        assertThat(data.get("recommendations").isArray()).isTrue();
        Calls.problem(calls().get("/user/300/export", "X-Forwarded-For", "192.0.2.1"), 401);
    }
}
