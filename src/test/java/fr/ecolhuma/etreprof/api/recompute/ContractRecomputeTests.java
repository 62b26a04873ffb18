package fr.ecolhuma.etreprof.api.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.ExportHost;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /clusters/recompute}, with and without success. */
class ContractRecomputeTests extends RunningService {

    @AfterEach
    void mendTheExports() {
        TestData.exports(EXPORTS);
    }

    @Test
    void everyFieldIsThereAndTrue() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        String before = version();
        Answer answer = calls().recompute();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("message").stringValue()).isEqualTo("Clusters recomputed successfully");
        assertThat(body.get("total_users_processed").isInt()).isTrue();
        assertThat(body.get("total_users_processed").intValue()).isEqualTo(60);
        assertThat(body.get("cluster_distribution").toString())
                .isEqualTo("{\"cluster_0\":18,\"cluster_1\":10,\"cluster_2\":6,\"cluster_3\":26}");
        assertThat(body.get("processing_time").stringValue()).matches("\\d+\\.\\d s");
        assertThat(body.get("duration_ms").isIntegralNumber()).isTrue();
        assertThat(body.get("duration_ms").longValue()).isPositive();
        assertThat(body.get("model_version").stringValue()).isEqualTo(version());
        assertThat(body.get("previous_model_version").stringValue()).isEqualTo(before);
        assertThat(body.get("moved_users").intValue()).isZero();
        assertThat(body.get("warnings").isEmpty()).isTrue();
        JsonNode rows = body.get("rows");
        assertThat(rows.get("users_read").intValue()).isEqualTo(63);
        assertThat(rows.get("users_kept").intValue()).isEqualTo(60);
        assertThat(rows.get("contents_read").intValue()).isEqualTo(21);
        assertThat(rows.get("contents_kept").intValue()).isEqualTo(20);
        assertThat(rows.get("events_read").longValue()).isEqualTo(counts.rows());
        long rejected =
                counts.rejected().values().stream().mapToLong(Long::longValue).sum();
        assertThat(rows.get("events_rejected").longValue()).isEqualTo(rejected);
        assertThat(rows.get("events_kept").longValue()).isEqualTo(counts.rows() - rejected);
        assertThat(rows.get("reasons").propertyNames())
                .containsExactlyInAnyOrderElementsOf(counts.rejected().keySet());
        for (Map.Entry<String, Long> reason : counts.rejected().entrySet()) {
            assertThat(rows.get("reasons").get(reason.getKey()).longValue())
                    .as(reason.getKey())
                    .isEqualTo(reason.getValue());
        }
    }

    @Test
    void theSameExportsGiveTheSameVersion() {
        assertThat(calls().recompute().json().get("model_version"))
                .isEqualTo(firstRecompute().json().get("model_version"));
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndPublishesNothing() throws IOException {
        String clusters = calls().get("/clusters").body();
        String saved = files(HOME.resolve("models"));
        String data = Files.readString(HOME.resolve("data/user_cluster_assignments.csv"));
        TestData.exports(EXPORTS, Map.of(400, 2, 401, 2));
        Answer answer = calls().send("POST", "/clusters/recompute?dry_run=true");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("message").stringValue())
                .containsIgnoringCase("dry run")
                .contains("nothing was published");
        assertThat(body.get("cluster_distribution").get("cluster_2").intValue()).isEqualTo(8);
        assertThat(body.get("cluster_distribution").get("cluster_3").intValue()).isEqualTo(24);
        assertThat(body.get("moved_users").intValue()).isEqualTo(2);
        assertThat(body.get("model_version").isNull()).isTrue();
        assertThat(body.get("previous_model_version").stringValue()).isEqualTo(version());
        assertThat(calls().get("/clusters").body()).isEqualTo(clusters);
        String candidate = body.get("candidate_version").stringValue();
        // an earlier test may have made the same candidate
        assertThat(files(HOME.resolve("models")).lines())
                .as("but for how the run ended")
                .anyMatch(line -> line.contains(candidate))
                .containsAll(saved.lines()
                        .filter(line -> !line.contains("recompute.json") && !line.contains("/jobs/"))
                        .toList());
        assertThat(Files.readString(HOME.resolve("data/user_cluster_assignments.csv")))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry_run=maybe", "dry_run", "dry_run=", "dry_run=TRUE%20"})
    void aDryRunThatIsNotClearlyAskedForIsRefused(String query) {
        JsonNode problem = Calls.problem(calls().send("POST", "/clusters/recompute?" + query), 400);
        assertThat(problem.get("detail").stringValue()).startsWith("dry_run: found '");
    }

    @Test
    void aSecondRunIsRefusedWhileOneGoesOn() throws InterruptedException {
        CompletableFuture<Answer> first;
        try (ExportHost.Hold hold = HOST.hold()) {
            first = calls().later("POST", "/clusters/recompute");
            hold.awaitRequest();
            JsonNode problem = Calls.problem(calls().recompute(), 409);
            assertThat(problem.get("job").stringValue()).isNotBlank();
            assertThat(problem.get("detail").stringValue())
                    .contains(problem.get("job").stringValue());
            JsonNode again = Calls.problem(calls().send("POST", "/clusters/recompute?dry_run=true"), 409);
            assertThat(again.get("job")).isEqualTo(problem.get("job"));
            assertThat(calls().get("/clusters").status()).isEqualTo(200);
            assertThat(first).isNotDone();
        }
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(calls().recompute().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users.csv        | anciennete;id                            | users.csv, line 1: required column 'json_niveau' is missing
            users.csv        |                                          | users.csv is empty
            users.csv        | id,id,json_niveau,created_at             | users.csv, line 1: column 'id' occurs twice (places 1 and 2)
            users.csv        | id,json_niveau,created_at\\n1,"[],2020\\n2 | users.csv, line 2, column json_niveau: a quote is not closed
            contents.csv     | id,type                                  | contents.csv, line 1: required column 'title' is missing
            contents.csv     | PNG\\0\\0                                | contents.csv is a binary file
            interactions.csv | id,user_id,type,content_type,created_at  | interactions.csv, line 1: required column 'content_id' is missing
            interactions.csv | id,user_id\\0                            | interactions.csv is a binary file
            interactions.csv |                                          | interactions.csv is empty
            """)
    void unusableExportsAreRefusedByFileAndPlace(String file, String text, String detail) throws IOException {
        byte[] bytes = text == null
                ? new byte[0]
                : text.replace("\\n", "\n").replace("\\0", "\0").getBytes(StandardCharsets.UTF_8);
        Files.write(EXPORTS.resolve(file), bytes);
        assertRefused(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv", "contents.csv", "content_with_topics.csv", "interactions.csv"})
    void aMissingExportIsRefused(String file) throws IOException {
        Files.delete(EXPORTS.resolve(file));
        assertRefused(file + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv", "contents.csv", "interactions.csv"})
    void aTruncatedGzipFileIsRefused(String file) throws IOException {
        byte[] packed = packed(Files.readAllBytes(EXPORTS.resolve(file)));
        Files.write(EXPORTS.resolve(file), Arrays.copyOf(packed, packed.length / 2));
        assertRefused(file + " is damaged or ends too early; expected a whole file");
    }

    @Test
    void usersThatDoNotMakeFourSegmentsAreRefused() throws IOException {
        Files.writeString(EXPORTS.resolve("users.csv"), "id,json_niveau,created_at\n1,[],\n2,[],\n3,[],\n");
        assertRefused("");
        Files.writeString(EXPORTS.resolve("users.csv"), "id,json_niveau,created_at,locale\n1,[],,be\n");
        assertRefused("");
    }

    private void assertRefused(String detail) {
        String before = calls().get("/clusters").body();
        JsonNode problem = Calls.problem(calls().recompute(), 422);
        assertThat(problem.get("detail").stringValue()).contains(detail).doesNotContain(HOME.toString());
        assertThat(problem.get("instance").stringValue()).isEqualTo("/clusters/recompute");
        assertThat(calls().get("/clusters").body()).isEqualTo(before);
        assertThat(calls().get("/readyz").status()).isEqualTo(200);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private String version() {
        return calls().get("/").json().get("model_version").stringValue();
    }

    private static String files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return String.join(
                    "\n",
                    files.map(Path::toString)
                            .filter(name -> !name.contains("/."))
                            .sorted()
                            .toList());
        }
    }
}
