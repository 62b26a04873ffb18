package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /recommend}. */
class ContractBasketTests extends RunningService {

    private static final String JSON = "application/json";

    private JsonNode recommend(String body) {
        Answer answer = calls().post("/recommend", JSON, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String body(String more, String... contents) {
        List<String> entries = List.of(contents).stream()
                .map(key -> key.split("/"))
                .map(key -> "{\"type\": \"%s\", \"id\": %s}".formatted(key[0], key[1]))
                .toList();
        return "{\"contents\": [" + String.join(", ", entries) + "]" + more + "}";
    }

    @Test
    void everyFieldIsThere() {
        JsonNode body = recommend(body("", "article/1", "fiche_outils/3"));
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "success",
                        "rung",
                        "recommendations",
                        "total_recommendations",
                        "ignored",
                        "status",
                        "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("rung").stringValue()).isIn(PersonalEntries.RUNGS);
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
        assertThat(body.get("ignored").intValue()).isZero();
        assertThat(body.get("status").stringValue()).isEqualTo("ok");
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
    }

    @Test
    void theListIsAllButTheBasketAndMadeFromIt() {
        for (String content : PersonalEntries.published()) {
            JsonNode body = recommend(body(", \"limit\": 50", content, "guide_pratique/1"));
            PersonalEntries.assertTrue(body, List.of(content, "guide_pratique/1"));
            assertThat(body.get("rung").stringValue()).isEqualTo("history");
            assertThat(PersonalEntries.keys(body))
                    .doesNotContain(content, "guide_pratique/1")
                    .hasSize(content.equals("guide_pratique/1") ? 18 : 17);
        }
    }

    @Test
    void anEmptyBasketGetsWhatIsPopular() {
        JsonNode body = recommend("{\"contents\": []}");
        assertThat(body.get("rung").stringValue()).isEqualTo("popular");
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
        PersonalEntries.assertTrue(body, List.of());
        // what most users have used is there
        ExportCounts counts = ExportCounts.of(EXPORTS);
        long most = PersonalEntries.published().stream()
                .mapToLong(key -> counts.readers(key, counts.users()))
                .max()
                .orElseThrow();
        assertThat(PersonalEntries.keys(body)).anyMatch(key -> counts.readers(key, counts.users()) == most);
    }

    @Test
    void aContentCountsOnceHoweverOftenItIsGiven() {
        String once = body(", \"limit\": 50", "article/1", "article/2");
        String often = body(", \"limit\": 50", "article/1", "article/2", "article/1", "article/1", "article/2");
        assertThat(recommend(often)).isEqualTo(recommend(once));
    }

    @Test
    void whatIsNotThereIsCounted() {
        JsonNode body = recommend(body("", "atelier/1", "article/999", "article/1", "atelier/1", "article/-1"));
        assertThat(body.get("ignored").intValue()).isEqualTo(3);
        JsonNode without = recommend(body("", "article/1"));
        assertThat(body.get("recommendations")).isEqualTo(without.get("recommendations"));
        JsonNode huge = recommend(body("", "article/99999999999999999999", "article/99999999999999999998"));
        assertThat(huge.get("ignored").intValue()).isEqualTo(2);
        assertThat(huge.get("rung").stringValue()).isEqualTo("popular");
    }

    /** A web app sends types as the platform's pages and events write them. */
    @ParameterizedTest
    @ValueSource(strings = {"Contenu", "ARTICLE", "articles", "Articles ", "article"})
    void aTypeIsUnderstoodInThePlatformsWords(String type) {
        JsonNode plain = recommend(body("", "article/1", "fiche_outils/3"));
        assertThat(recommend(body("", type + "/1", "Fiche outils/3"))).isEqualTo(plain);
        assertThat(recommend(body("", "article/1", type + "/1", "fiches-outils/3")))
                .isEqualTo(plain);
    }

    @Test
    void aContentThatIsNoLongerShownIsKnownAndStaysHidden() {
        JsonNode body = recommend(body(", \"limit\": 50", TestData.UNPUBLISHED));
        assertThat(body.get("ignored").intValue()).isZero();
        assertThat(PersonalEntries.keys(body)).hasSize(19);
        PersonalEntries.assertTrue(body, List.of(TestData.UNPUBLISHED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type": "podcast"                              | podcast/1 podcast/2
            "type": "podcast", "limit": 1, "levels": null  | podcast/1 podcast/2
            "defi": "mental_health"                        | fiche_outils/5
            "type": "kit", "niveau": "elementaire"         | kit/1
            "theme": "noise", "type": "fiche_outils"       | fiche_outils/1
            "theme": 16, "type": "article", "limit": 50    | article/1
            "niveau": "college"                            |
            "defi": "student_success"                      |
            """)
    void aFilterLeavesWhatPassesIt(String members, String contents) {
        JsonNode body = recommend(body(", " + members, "guide_pratique/1"));
        List<String> keys = PersonalEntries.keys(body);
        if (contents == null) {
            assertThat(keys).isEmpty();
            assertThat(body.get("status").stringValue()).startsWith("no content is left");
        } else {
            assertThat(keys).isNotEmpty().isSubsetOf(contents.split(" "));
        }
    }

    @Test
    void levelsAndUnknownMembersArePassed() {
        JsonNode body = recommend(body(", \"levels\": [\"college\", \"lycee_pro\"], \"seen\": 7", "article/1"));
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
        PersonalEntries.assertTrue(body, List.of("article/1"));
    }

    @Test
    void aThousandContentsAreRead() {
        JsonNode body = recommend(body("", unknown(1_000)));
        assertThat(body.get("ignored").intValue()).isEqualTo(1_000);
        assertThat(body.get("rung").stringValue()).isEqualTo("popular");
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"1001, '1,001'", "10000, '10,000'"})
    void moreAreRefused(int count, String shown) {
        JsonNode problem = Calls.problem(calls().post("/recommend", JSON, body("", unknown(count))), 400);
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("contents: found " + shown + " contents, expected at most 1,000");
    }

    private static String[] unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> "guide_pratique/" + (1_000_000 + id))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"contents": [                                     | found broken JSON in line 1, expected {"contents": [
            {} {}                                              | found broken JSON in line 1, expected {"contents": [
            []                                                 | found no JSON object, expected {"contents": [
            "article/1"                                        | found no JSON object, expected
            {}                                                 | found no contents, expected {"contents": [{"type":
            {"contents": null}                                 | found no contents, expected
            {"contents": "article/1"}                          | contents: found "article/1", expected a list
            {"contents": ["article/1"]}                        | contents[0]: found no type, expected {"type":
            {"contents": [{"type": "kit", "id": 1}, {"id":1}]} | contents[1]: found no type, expected {"type":
            {"contents": [{"type": 5, "id": 1}]}               | contents[0]: found no type, expected {"type":
            {"contents": [{"type": "nope", "id": 1}]}          | contents[0].type: found 'nope', expected one of [article,
            {"contents": [{"type": "kit"}]}                    | contents[0]: found no id, expected {"type":
            {"contents": [{"type": "kit", "id": null}]}        | contents[0].id: found 'null', expected an integer
            {"contents": [{"type": "kit", "id": "1"}]}         | contents[0].id: found '"1"', expected an integer
            {"contents": [{"type": "kit", "id": 1.5}]}         | contents[0].id: found '1.5', expected an integer
            {"contents": [], "limit": 0}                       | limit: found 0, expected 1 to 50
            {"contents": [], "limit": 51}                      | limit: found 51, expected 1 to 50
            {"contents": [], "limit": 99999999999999999999}    | limit: found 99999999999999999999, expected 1 to 50
            {"contents": [], "limit": "5"}                     | limit: found '"5"', expected an integer
            {"contents": [], "theme": "nope"}                  | theme: found 'nope', expected one of [
            {"contents": [], "theme": [16]}                    | theme: found [16], expected a string
            {"contents": [], "defi": "nope"}                   | defi: found 'nope', expected one of [
            {"contents": [], "type": "nope"}                   | type: found 'nope', expected one of [
            {"contents": [], "type": 3}                        | type: found 3, expected a string
            {"contents": [], "niveau": "nope"}                 | niveau: found 'nope', expected one of [maternelle,
            {"contents": [], "levels": "college"}              | levels: found "college", expected a list
            {"contents": [], "levels": ["nope"]}               | levels: found 'nope', expected one of [maternelle,
            {"contents": [], "levels": [3]}                    | levels: found 3, expected a string
            """)
    void aBodyOfAnotherFormIsToldWhatIsExpected(String body, String detail) {
        JsonNode problem = Calls.problem(calls().post("/recommend", JSON, body), 400);
        assertThat(problem.get("detail").stringValue()).startsWith(detail);
        assertThat(problem.get("instance").stringValue()).isEqualTo("/recommend");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Calls.problem(calls().post("/recommend", JSON, new byte[0]), 400);
        Calls.problem(calls().post("/recommend", JSON, new byte[] {'{', '"', (byte) 0xff, '"'}), 400);
        Calls.problem(calls().post("/recommend", JSON, "[".repeat(100_000)), 400);
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() {
        String padded = body("", "article/1")
                + " ".repeat((1 << 20) - body("", "article/1").length());
        assertThat(padded.getBytes(StandardCharsets.UTF_8)).hasSize(1 << 20);
        assertThat(recommend(padded)).isEqualTo(recommend(body("", "article/1")));
        JsonNode problem = Calls.problem(calls().post("/recommend", JSON, padded + " "), 413);
        assertThat(problem.get("detail").stringValue()).startsWith("found a body of more than 1 MiB, expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", ""})
    void anotherMediaTypeIsRefused(String type) {
        Calls.problem(calls().post("/recommend", type, body("", "article/1")), 415);
    }

    @Test
    void anotherMethodIsToldWhichIsAllowed() {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            Answer answer = calls().send(method, "/recommend");
            Calls.problem(answer, 405);
            assertThat(answer.header("allow")).isEqualTo("POST");
        }
    }

    @Test
    void theListsOfSegmentsStayAsTheyAre() {
        JsonNode segment = calls().get("/recommend/2").json().get("recommendations");
        assertThat(segment.propertyNames()).doesNotContain("rung");
        for (JsonNode entry : segment.get("recommendations")) {
            assertThat(entry.propertyNames()).doesNotContain("because", "parts");
            assertThat(entry.get("source").stringValue()).isEqualTo("cluster_matching");
        }
    }
}
