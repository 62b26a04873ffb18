package fr.ecolhuma.etreprof.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportHost;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Jobs, dry runs, versions, rollback: the life of a model over HTTP. */
class ContractLifecycleTests extends RunningService {

    private static final String ASYNC = "respond-async";

    @AfterEach
    void backToTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    private String live() {
        return calls().get("/").json().get("model_version").stringValue();
    }

    private JsonNode get(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode post(String path) {
        Answer answer = calls().send("POST", path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode ended(String location) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode job = get(location).get("job");
            if (!List.of("queued", "running").contains(job.get("state").stringValue())) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job does not end");
    }

    @Test
    void aCandidateIsKeptComparedPromotedAndRolledBack() {
        String before = live();
        JsonNode same = post("/clusters/recompute?dry_run=true").get("difference");
        assertThat(same.get("lists").toString()).isEqualTo("{\"0\":1.0,\"1\":1.0,\"2\":1.0,\"3\":1.0}");
        assertThat(same.get("strongest")).isEmpty();
        assertThat(same.get("drift")).isNotEmpty().allMatch(index -> index.doubleValue() == 0);
        TestData.exports(EXPORTS, Map.of(400, 2, 401, 2));
        JsonNode dry = post("/clusters/recompute?dry_run=true");
        assertThat(dry.at("/difference/profiles/2/size").toString()).isEqualTo("{\"before\":6.0,\"after\":8.0}");
        JsonNode mail = dry.at("/difference/profiles/3/nb_opened_mail");
        assertThat(mail.get("before").doubleValue())
                .isEqualTo(get("/clusters")
                        .at("/clusters/3/profile/nb_opened_mail")
                        .doubleValue());
        assertThat(dry.at("/difference/lists/2").doubleValue()).isBetween(0.0, 1.0);
        String candidate = dry.get("candidate_version").stringValue();
        assertThat(candidate).isNotEqualTo(before);
        assertThat(dry.at("/difference/moved"))
                .anySatisfy(flow -> assertThat(flow.toString()).isEqualTo("{\"from\":3,\"to\":2,\"users\":2}"));
        assertThat(dry.at("/difference/strongest")
                        .valueStream()
                        .map(one -> one.get("user_id").intValue()))
                .containsExactlyInAnyOrder(400, 401);
        assertThat(live()).isEqualTo(before);
        assertThat(get("/models/" + candidate).at("/model/status").stringValue())
                .isEqualTo("candidate");

        JsonNode promoted = post("/models/" + candidate + "/promote");
        assertThat(promoted.get("model_version").stringValue()).isEqualTo(candidate);
        assertThat(promoted.get("previous_model_version").stringValue()).isEqualTo(before);
        assertThat(live()).isEqualTo(candidate);
        assertThat(get("/models/" + candidate).at("/model/status").stringValue())
                .isEqualTo("live");
        assertThat(get("/models/" + before).at("/model/status").stringValue()).isEqualTo("previous");
        assertThat(get("/clusters").at("/clusters/2/count").intValue()).isEqualTo(8);

        assertThat(post("/models/rollback").get("model_version").stringValue()).isEqualTo(before);
        assertThat(live()).isEqualTo(before);
        assertThat(get("/clusters").at("/clusters/2/count").intValue()).isEqualTo(6);
        List<String> actions = get("/models/history")
                .get("history")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .toList();
        assertThat(actions.subList(actions.size() - 2, actions.size())).containsExactly("PROMOTED", "ROLLED_BACK");
    }

    @Test
    void whatIsLiveAlreadyIsSaidToBeAndLeavesNoLine() {
        String live = live();
        JsonNode before = get("/models/history");
        for (String path : List.of("/models/" + live + "/promote", "/models/rollback?to=" + live)) {
            JsonNode answer = post(path);
            assertThat(answer.get("message").stringValue()).isEqualTo("already live");
            assertThat(answer.get("model_version").stringValue()).isEqualTo(live);
            assertThat(answer.get("previous_model_version").stringValue()).isEqualTo(live);
        }
        assertThat(get("/models/history")).isEqualTo(before);
    }

    @Test
    void theHistoryTellsWhatWasLiveAtAnInstant() {
        String first = live();
        Instant then = Instant.now();
        TestData.exports(EXPORTS, Map.of(400, 2));
        String second = post("/clusters/recompute").get("model_version").stringValue();
        assertThat(get("/models/history?at=" + then).at("/history/0/version").stringValue())
                .isEqualTo(first);
        JsonNode now = get("/models/history?at=" + Instant.now()).at("/history/0");
        assertThat(now.get("version").stringValue()).isEqualTo(second);
        assertThat(now.get("previous").stringValue()).isEqualTo(first);
        assertThat(now.get("by").stringValue()).isEqualTo("local");
        assertThat(now.get("duration_ms").longValue()).isPositive();
        assertThat(get("/models/history?at=2020-01-01").get("history")).isEmpty();
    }

    @Test
    void aVersionTellsWhereItComesFrom() {
        JsonNode model = get("/models/" + live()).get("model");
        assertThat(model.at("/provenance/rows/0/kept").intValue()).isEqualTo(60);
        assertThat(model.at("/provenance/inputs/users").stringValue()).matches("[0-9a-f]{64}");
        assertThat(model.at("/quality/sizes").toString()).isEqualTo("[18,10,6,26]");
        assertThat(model.at("/files").propertyNames()).contains("users.csv", "segments.json");
        assertThat(get("/models")
                        .get("versions")
                        .valueStream()
                        .map(one -> one.get("version").stringValue()))
                .contains(live());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /models/20200101-000000000000         | 404
            GET    | /models/..%2F..                       | 400
            GET    | /models/history?at=yesterday          | 400
            POST   | /models/20200101-000000000000/promote | 404
            POST   | /models/rollback?to=nothing           | 404
            GET    | /clusters/recompute/jobs/nothing      | 404
            DELETE | /clusters/recompute/jobs/nothing      | 404
            POST   | /clusters/recompute?force=maybe       | 400
            """)
    void whatIsNotThereIsToldSo(String method, String path, int status) {
        Calls.problem(calls().send(method, path), status);
    }

    /** As people write it who have not looked it up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dryrun=true",
                "?dry-run=true",
                "?Dry_Run=true",
                "?dry_run=1",
                "?dry_run=TRUE",
                "?dry_run",
                "?dry_run=true&dry_run=false",
                "?dryrun",
                "?force=false&dryRun=true",
                "?_=1",
                "?utm_source=x"
            })
    void aMisspeltDryRunRunsNothing(String query) {
        JsonNode last = get("/clusters/recompute/last").get("last");
        Calls.problem(calls().send("POST", "/clusters/recompute" + query), 400);
        assertThat(get("/clusters/recompute/last").get("last")).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded | dryrun=true        | found the unknown parameter 'dryrun', expected one of [dry_run, force, as_of]
            application/x-www-form-urlencoded | {"dry_run": true}  | found the unknown parameter '{"dry_run": true}', expected one of [
            application/json                  | {"dry_run": true}  | found a body, expected none; send parameters in the query
            application/json                  | true               | found a body, expected none;
                                              | dry_run=true       | found a body, expected none;
            """)
    void aDryRunInABodyIsNotPassedOver(String type, String body, String says) {
        JsonNode last = get("/clusters/recompute/last").get("last");
        Answer answer = calls().post("/clusters/recompute", type == null ? "" : type, body);
        assertThat(Calls.problem(answer, 400).get("detail").stringValue()).startsWith(says);
        assertThat(get("/clusters/recompute/last").get("last")).isEqualTo(last);
    }

    @Test
    void aFormMayHoldTheParametersAndABodyMayBeEmpty() {
        String before = live();
        assertThat(calls().post("/clusters/recompute", "application/x-www-form-urlencoded", "dry_run=true")
                        .json()
                        .has("candidate_version"))
                .isTrue();
        assertThat(calls().post("/clusters/recompute?dry_run=true", "application/json", " {} ")
                        .status())
                .isEqualTo(200);
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void aJobRunsInTheBackgroundAndIsTold() throws InterruptedException {
        Answer accepted = calls().recompute("Prefer", ASYNC);
        assertThat(accepted.status()).isEqualTo(202);
        String location = accepted.header("location");
        assertThat(location).startsWith("/clusters/recompute/jobs/");
        JsonNode job = ended(location);
        assertThat(job.get("state").stringValue()).isEqualTo("published");
        assertThat(job.get("percent").intValue()).isEqualTo(100);
        assertThat(job.at("/result/total_users_processed").intValue()).isEqualTo(60);
        assertThat(job.at("/result/model_version").stringValue()).isEqualTo(live());
        JsonNode last = get("/clusters/recompute/last").get("last");
        assertThat(last.get("job")).isEqualTo(job.get("id"));
        assertThat(last.get("state").stringValue()).isEqualTo("published");
        JsonNode rows = job.at("/result/rows");
        assertThat(job.get("rows_read").longValue())
                .isEqualTo(63 + 21 + rows.get("events_read").longValue());
        String events = calls().get(location, "Accept", "text/event-stream").body();
        assertThat(events).contains("event:published").contains("\"percent\":100");
    }

    @Test
    void aKeyRepeatsTheFirstAnswer() {
        String key = "key-" + System.nanoTime();
        Answer first = calls().recompute("Idempotency-Key", key);
        Answer again = calls().recompute("Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other = calls().send("POST", "/clusters/recompute?dry_run=true", "Idempotency-Key", key);
        assertThat(Calls.problem(other, 422).get("detail").stringValue()).contains("Idempotency-Key");
        Calls.problem(calls().recompute("Idempotency-Key", "k".repeat(256)), 400);
    }

    @Test
    void aCancelledJobEndsAtOnceAndTheOldModelServes() throws InterruptedException {
        String before = live();
        String location;
        try (ExportHost.Hold hold = HOST.hold()) {
            location = calls().recompute("Prefer", ASYNC).header("location");
            hold.awaitRequest();
            String id = location.substring(location.lastIndexOf('/') + 1);
            assertThat(Calls.problem(calls().recompute(), 409).get("job").stringValue())
                    .isEqualTo(id);
            JsonNode running = get(location).get("job");
            assertThat(running.get("state").stringValue()).isEqualTo("running");
            assertThat(running.get("stage").stringValue()).isEqualTo("reading the exports");
            assertThat(running.get("percent").intValue()).isLessThan(100);
            assertThat(running.get("rows_read").intValue()).isZero();
            assertThat(running.get("ended_at").isNull()).isTrue();
            Answer answer = calls().send("DELETE", location);
            assertThat(answer.status()).isEqualTo(200);
            JsonNode job = answer.json().get("job");
            assertThat(job.get("state").stringValue()).isEqualTo("cancelled");
            assertThat(job.get("reason").stringValue()).isEqualTo("cancelled by request");
        }
        assertThat(live()).isEqualTo(before);
        assertThat(get("/clusters/recompute/last").at("/last/state").stringValue())
                .isEqualTo("cancelled");
    }

    /** One comes at the beginning and one hangs up then; who stays is told of every change, and of the end at once. */
    @Test
    void whoWatchesIsToldUntilTheEndAndWhoHangsUpHarmsNobody() throws Exception {
        CompletableFuture<List<String>> watched;
        String location;
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (ExportHost.Hold hold = HOST.hold()) {
                location = calls().recompute("Prefer", ASYNC).header("location");
                hold.awaitRequest();
                try (Stream<String> gone = watch(client, location).join().body()) {
                    assertThat(gone.findFirst()).hasValue("event:running");
                }
                HttpResponse<Stream<String>> stays = watch(client, location).join();
                assertThat(stays.headers().firstValue("content-type").orElse(""))
                        .startsWith("text/event-stream");
                watched = CompletableFuture.supplyAsync(() -> stays.body().toList());
            }
            List<String> lines = watched.get(60, TimeUnit.SECONDS);
            List<String> events =
                    lines.stream().filter(line -> line.startsWith("event:")).toList();
            assertThat(events)
                    .startsWith("event:running")
                    .endsWith("event:published")
                    .hasSizeGreaterThan(1);
            assertThat(lines.stream().filter(line -> line.startsWith("data:"))).hasSameSizeAs(events);
            assertThat(events.subList(0, events.size() - 1)).containsOnly("event:running");
        }
        assertThat(ended(location).get("state").stringValue()).isEqualTo("published");
        assertThat(calls().recompute().status()).as("another may begin").isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<Stream<String>>> watch(HttpClient client, String location) {
        return client.sendAsync(
                HttpRequest.newBuilder(calls().address(location))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
    }

    @Test
    void aDryRunCountsAtTheEndOfTheDayAskedFor() {
        String before = live();
        JsonNode dry = post("/clusters/recompute?dry_run=true&as_of=2025-06-30");
        assertThat(dry.get("candidate_version").stringValue()).startsWith("20250630-");
        assertThat(live()).isEqualTo(before);
        assertThat(Calls.problem(calls().send("POST", "/clusters/recompute?as_of=2025-02-30"), 400)
                        .get("detail")
                        .stringValue())
                .isEqualTo("as_of: found '2025-02-30', expected a day such as 2025-07-10");
    }

    @Test
    void aDayAfterTomorrowIsNotCountedAt() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        for (String call : List.of("/clusters/recompute?dry_run=true&as_of=", "/exports/check?as_of=")) {
            // a day more, in case midnight passes meanwhile
            LocalDate later = tomorrow.plusDays(2);
            assertThat(Calls.problem(calls().send("POST", call + later), 400)
                            .get("detail")
                            .stringValue())
                    .startsWith("as_of: found " + later + ", expected ");
        }
        assertThat(calls().send("POST", "/exports/check?as_of=" + tomorrow).status())
                .isEqualTo(200);
    }

    @Test
    void aFailureIsRememberedWithItsReason() {
        EXPORTS.resolve("users.csv").toFile().delete();
        Calls.problem(calls().recompute(), 422);
        JsonNode last = get("/clusters/recompute/last").get("last");
        assertThat(last.get("state").stringValue()).isEqualTo("failed");
        assertThat(last.get("reason").stringValue()).contains("users.csv");
        String id = last.get("job").stringValue();
        JsonNode job = get("/clusters/recompute/jobs/" + id).get("job");
        assertThat(job.get("state").stringValue()).isEqualTo("failed");
        assertThat(job.get("reason")).isEqualTo(last.get("reason"));
        JsonNode listed = get("/clusters/recompute/jobs").at("/jobs/0");
        assertThat(listed.get("id").stringValue()).isEqualTo(id);
        assertThat(listed.get("state").stringValue()).isEqualTo("failed");
        assertThat(listed.get("by").stringValue()).isEqualTo("local");
        assertThat(listed.get("model_version").isNull()).isTrue();
    }

    @Test
    void aModelThatLosesMostOfItsRowsIsRefusedUnlessForced() throws IOException {
        String before = live();
        Path users = EXPORTS.resolve("users.csv");
        List<String> lines = Files.readAllLines(users);
        List<String> few = lines.stream()
                .filter(line -> !line.matches("4\\d\\d,.*"))
                .filter(line -> !line.matches("10[0-9],.*"))
                .toList();
        Files.write(users, few);
        JsonNode refused = Calls.problem(calls().recompute(), 422);
        assertThat(refused.get("detail").stringValue())
                .contains("rows_users: found 0.")
                .contains("limit at least 0.5");
        assertThat(refused.get("gates")
                        .valueStream()
                        .filter(gate -> gate.get("verdict").stringValue().equals("REFUSED"))
                        .map(gate -> gate.get("gate").stringValue()))
                .contains("rows_users");
        assertThat(live()).isEqualTo(before);
        assertThat(get("/clusters/recompute/last").at("/last/state").stringValue())
                .isEqualTo("rejected");
        String candidate = refused.get("candidate_version").stringValue();
        JsonNode again = Calls.problem(calls().send("POST", "/models/" + candidate + "/promote"), 422);
        assertThat(again.get("gates")).isEqualTo(refused.get("gates"));
        assertThat(refused.get("code").stringValue()).isEqualTo("gates-refused");
        assertThat(again.get("code").stringValue()).isEqualTo("gates-refused");
        assertThat(again.get("candidate_version").stringValue()).isEqualTo(candidate);
        Calls.problem(calls().send("POST", "/models/" + candidate + "/promote?force=maybe"), 400);
        assertThat(live()).isEqualTo(before);
        JsonNode promoted = post("/models/" + candidate + "/promote?force=true");
        assertThat(live()).isEqualTo(promoted.get("model_version").stringValue());
        JsonNode line = get("/models/history?at=" + Instant.now()).at("/history/0");
        assertThat(line.get("action").stringValue()).isEqualTo("PROMOTED");
        assertThat(line.get("forced").booleanValue()).isTrue();
        assertThat(line.get("note").stringValue()).contains("rows_users");
        post("/models/rollback");
        JsonNode forced = post("/clusters/recompute?force=true");
        assertThat(live()).isEqualTo(forced.get("model_version").stringValue());
        JsonNode entry = get("/models/history?at=" + Instant.now()).at("/history/0");
        assertThat(entry.get("forced").booleanValue()).isTrue();
        assertThat(entry.get("note").stringValue()).contains("rows_users");
    }
}
