package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Segments from version to version, and the users of each: transitions, history, lists. */
class ContractMovesTests extends RunningService {

    private final Map<Integer, Integer> converted = new TreeMap<>();
    private String first;
    private String second;
    private Instant wentLive;

    /** Eight Balanced users become Inactive, one Inactive a Super User. */
    @BeforeAll
    void moveUsers() {
        first = firstRecompute().json().get("model_version").stringValue();
        converted.put(400, 2);
        for (int user = 100; user < 108; user++) {
            converted.put(user, 3);
        }
        TestData.exports(EXPORTS, converted);
        second = calls().recompute().json().get("model_version").stringValue();
        wentLive = Instant.now();
    }

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    private JsonNode ok(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void movesAreCountedAndFewUsersHidden() {
        JsonNode body = ok("/clusters/transitions?from=" + first + "&to=" + second);
        assertThat(body.get("from").stringValue()).isEqualTo(first);
        assertThat(body.get("to").stringValue()).isEqualTo(second);
        JsonNode matrix = body.get("matrix");
        // the one who became a Super User, and what would tell it: the rest of the row and of the column
        assertThat(matrix.get(3).get(2).isNull()).isTrue();
        assertThat(matrix.get(3).get(3).isNull()).isTrue();
        assertThat(matrix.get(2).get(2).isNull()).isTrue();
        assertThat(body.get("moved").isNull()).isTrue();
        assertThat(body.get("hidden").intValue()).isGreaterThan(3);
        for (JsonNode row : matrix) {
            row.forEach(cell -> assertThat(cell.isNull() || cell.intValue() == 0 || cell.intValue() >= 5)
                    .isTrue());
        }
        assertThat(body.at("/sankey/nodes")).hasSize(10);
        body.at("/sankey/links")
                .forEach(link -> assertThat(link.get("value").intValue()).isGreaterThanOrEqualTo(5));
    }

    /** Six Inactive users leave; the other way round they come. */
    @Test
    void whoComesAndWhoLeavesIsCountedBySegment() throws IOException {
        TestData.exports(EXPORTS, converted);
        Path users = EXPORTS.resolve("users.csv");
        Files.write(
                users,
                Files.readAllLines(users).stream()
                        .filter(line -> !line.matches("41[0-5],.*"))
                        .toList());
        String without = calls().send("POST", "/clusters/recompute?dry_run=true")
                .json()
                .get("candidate_version")
                .stringValue();
        JsonNode left = ok("/clusters/transitions?from=" + second + "&to=" + without);
        assertThat(left.get("leavers").toString()).isEqualTo("[0,0,0,6]");
        assertThat(left.get("newcomers").toString()).isEqualTo("[0,0,0,0]");
        assertThat(left.at("/matrix/3/3").intValue()).isEqualTo(26 + 8 - 1 - 6);
        assertThat(left.at("/shares/3/3").doubleValue()).isEqualTo(0.818);
        JsonNode come = ok("/clusters/transitions?from=" + without + "&to=" + second);
        assertThat(come.get("newcomers").toString()).isEqualTo("[0,0,0,6]");
        assertThat(come.get("leavers").toString()).isEqualTo("[0,0,0,0]");
    }

    @Test
    void aVersionAndItselfHaveNoMoves() {
        JsonNode body = ok("/clusters/transitions?from=" + first + "&to=" + first);
        for (int segment = 0; segment < 4; segment++) {
            assertThat(body.get("matrix").get(segment).get(segment).intValue()).isEqualTo(TestData.SIZES.get(segment));
            assertThat(body.get("shares").get(segment).get(segment).doubleValue())
                    .isEqualTo(1);
            assertThat(body.get("newcomers").get(segment).intValue()).isZero();
            assertThat(body.get("leavers").get(segment).intValue()).isZero();
        }
        assertThat(body.get("moved").intValue()).isZero();
        assertThat(body.get("hidden").intValue()).isZero();
        assertThat(body.at("/sankey/links")).hasSize(4);
    }

    @Test
    void versionsAreNamedByDayToo() {
        assertThat(ok("/clusters/transitions?from=" + first + "&to=2030-01-01")
                        .get("from")
                        .stringValue())
                .isEqualTo(first);
        assertThat(Calls.problem(calls().get("/clusters/transitions?from=yesterday"), 400)
                        .get("detail")
                        .stringValue())
                .contains("from: found 'yesterday', expected a version");
        assertThat(Calls.problem(calls().get("/clusters/transitions?from=2001-01-01"), 404)
                        .get("detail")
                        .stringValue())
                .contains("no version of 2001-01-01 or earlier");
        Calls.problem(calls().get("/clusters/transitions?to=20010101-0123456789ab"), 404);
    }

    @Test
    void theHistoryListsWhatWasLiveInThatOrderAndCandidatesApart() {
        String candidate = candidate();
        JsonNode body = ok("/clusters/history");
        List<String> versions = names(body.get("versions"));
        assertThat(versions).contains(first, second).doesNotContain(candidate);
        assertThat(names(body.get("candidates"))).contains(candidate).doesNotContainAnyElementsOf(versions);
        List<String> wentLive = body.get("versions")
                .valueStream()
                .flatMap(one -> one.get("live_from").valueStream().limit(1))
                .map(JsonNode::stringValue)
                .toList();
        assertThat(wentLive).isSorted();
        for (JsonNode version : body.get("versions")) {
            boolean live = version.get("model_version").stringValue().equals(second);
            assertThat(version.get("live").booleanValue()).isEqualTo(live);
            if (live) {
                assertThat(version.get("clusters").get(3).get("size").intValue())
                        .isEqualTo(26 + 8 - 1);
            }
        }
    }

    /** Of a dry run of the test data but for one user. */
    private String candidate() {
        TestData.exports(EXPORTS, Map.of(401, 2));
        Answer dry = calls().send("POST", "/clusters/recompute?dry_run=true");
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        return dry.json().get("candidate_version").stringValue();
    }

    private static List<String> names(JsonNode versions) {
        return versions.valueStream()
                .map(one -> one.get("model_version").stringValue())
                .toList();
    }

    @Test
    void theProfileTellsWhenAndWhyAUserMoved() {
        JsonNode history = ok("/user/100/profile").at("/data/history");
        JsonNode last = history.get(history.size() - 1);
        // versions of other tests may stand between the two, but somewhere the user has moved
        JsonNode entry = history.valueStream()
                .filter(one -> !one.get("moved").isNull())
                .findFirst()
                .orElseThrow();
        JsonNode moved = entry.get("moved");
        assertThat(history.valueStream().map(one -> one.get("model_version").stringValue()))
                .contains(second);
        assertThat(last.get("as_of").stringValue()).startsWith("2025-07-");
        assertThat(Instant.parse(last.get("live_from").stringValue()))
                .as("when its recompute was over")
                .isBetween(wentLive.minusSeconds(60), wentLive);
        assertThat(last.get("model_version").stringValue()).as("the one served").isEqualTo(second);
        assertThat(Set.of(moved.get("from").intValue(), entry.get("cluster_id").intValue()))
                .isEqualTo(Set.of(0, 3));
        assertThat(moved.get("cause").stringValue()).isEqualTo("counts");
        assertThat(moved.get("because")).isNotEmpty();
        for (JsonNode change : moved.get("because")) {
            assertThat(change.get("to").intValue())
                    .isNotEqualTo(change.get("from").intValue());
        }
        assertThat(ok("/user/300/profile").at("/data/history").valueStream())
                .allMatch(one -> one.get("moved").isNull());
    }

    @Test
    void theUsersOfASegmentAreListedPageByPage() {
        JsonNode page = ok("/clusters/1/users?offset=8&limit=5");
        assertThat(page.get("total").intValue()).isEqualTo(10);
        assertThat(page.get("users").valueStream().map(JsonNode::intValue)).containsExactly(208, 209);
        Answer csv = calls().get("/clusters/1/users?limit=2", "Accept", "text/csv");
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.body()).isEqualTo("user_id,cluster\n200,1\n201,1\n");
        assertThat(csv.header("x-total-count")).isEqualTo("10");
        assertThat(csv.header("link")).isEqualTo("</clusters/1/users?offset=2&limit=2>; rel=\"next\"");
        assertThat(calls().get("/clusters/1/users?offset=6&limit=3").header("link"))
                .isEqualTo("</clusters/1/users?offset=9&limit=3>; rel=\"next\"");
        assertThat(calls().get("/clusters/1/users?offset=8&limit=2").headers().firstValue("link"))
                .as("the last page")
                .isEmpty();
        Calls.problem(calls().get("/clusters/4/users"), 404);
        Calls.problem(calls().get("/clusters/1/users?limit=10001"), 400);
        Calls.problem(calls().get("/clusters/1/users?offset=-1"), 400);
    }
}
