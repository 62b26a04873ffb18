package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /user/{user_id}/recommendations}. */
class ContractPersonalTests extends RunningService {

    private JsonNode list(String userAndQuery) {
        String[] parts = userAndQuery.split("\\?");
        String query = parts.length == 1 ? "" : "?" + parts[1];
        Answer answer = calls().get("/user/" + parts[0] + "/recommendations" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> used(ExportCounts counts, int user) {
        return Stream.concat(PersonalEntries.published().stream(), Stream.of(TestData.UNPUBLISHED))
                .filter(key -> counts.uses(key).containsKey(user))
                .toList();
    }

    private static List<String> unused(ExportCounts counts, int user) {
        return PersonalEntries.published().stream()
                .filter(key -> !counts.uses(key).containsKey(user))
                .toList();
    }

    @Test
    void everyFieldIsThere() {
        JsonNode body = list("205");
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "success",
                        "user_id",
                        "rung",
                        "recommendations",
                        "total_recommendations",
                        "status",
                        "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("user_id").isIntegralNumber()).isTrue();
        assertThat(body.get("user_id").intValue()).isEqualTo(205);
        assertThat(body.get("rung").stringValue()).isIn(PersonalEntries.RUNGS);
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
        assertThat(body.get("status").stringValue()).isEqualTo("ok");
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
    }

    @Test
    void everyListIsWhatItsUserHasNotUsed() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        for (int user : counts.users()) {
            JsonNode body = list(user + "?limit=50");
            assertThat(PersonalEntries.keys(body))
                    .as("user %d", user)
                    .containsExactlyInAnyOrderElementsOf(unused(counts, user));
            PersonalEntries.assertTrue(body, used(counts, user));
        }
    }

    @Test
    void whoeverHasUsedContentsIsServedFromThem() {
        for (int user : ExportCounts.of(EXPORTS).users()) {
            assertThat(list(String.valueOf(user)).get("rung").stringValue()).isEqualTo("history");
        }
    }

    @Test
    void usersOfOneSegmentGetListsOfTheirOwn() {
        Set<List<String>> lists = new HashSet<>();
        for (int user = 100; user < 118; user++) {
            lists.add(PersonalEntries.keys(list(user + "?limit=50&seen=true")));
        }
        assertThat(lists).hasSizeGreaterThan(9);
    }

    @Test
    void aShortListHasADefiWhereOneIsLeftThatFits() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        for (int user : counts.users()) {
            // every third user teaches in secondary schools, and all contents are for primary ones
            if (user % 100 % 3 != 1 && unused(counts, user).stream().anyMatch(TestData.PRIORITY::containsKey)) {
                assertThat(PersonalEntries.keys(list(String.valueOf(user))))
                        .as("user %d", user)
                        .anyMatch(TestData.PRIORITY::containsKey);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 205, 300, 425})
    void whatIsSeenComesBackWhenAskedFor(int user) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode all = list(user + "?limit=50&seen=true");
        assertThat(PersonalEntries.keys(all)).containsExactlyInAnyOrderElementsOf(PersonalEntries.published());
        assertThat(list(user + "?limit=50&seen=false")).isEqualTo(list(user + "?limit=50"));
        assertThat(PersonalEntries.keys(list(user + "?limit=50"))).hasSizeLessThan(19);
        for (JsonNode entry : PersonalEntries.of(all)) {
            PersonalEntries.assertAddsUp(entry);
            entry.get("because")
                    .forEach(because -> assertThat(PersonalEntries.key(because)).isIn(used(counts, user)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 19})
    void aListIsAsLongAsWanted(int limit) {
        assertThat(PersonalEntries.keys(list("410?seen=true&limit=" + limit))).hasSize(limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theme=16                                  | article/1
            theme=Orthographe%20et%20dict%C3%A9e      | article/2
            theme=noise                               | fiche_outils/1
            defi=mental_health                        | fiche_outils/5
            defi=inclusive_school&type=guide_pratique | guide_pratique/2
            theme=emotions&defi=psychosocial_skills   | fiche_outils/2
            type=podcast                              | podcast/1 podcast/2
            type=kit                                  | kit/1
            type=kit&niveau=elementaire               | kit/1
            """)
    void aFilterLeavesWhatPassesIt(String query, String contents) {
        JsonNode body = list("200?seen=true&limit=50&" + query);
        assertThat(PersonalEntries.keys(body)).contains(contents.split(" "));
        JsonNode first = PersonalEntries.of(body).getFirst();
        for (JsonNode entry : PersonalEntries.of(body)) {
            if (query.contains("theme=")) {
                assertThat(entry.get("theme")).isEqualTo(first.get("theme"));
            }
            if (query.contains("defi=")) {
                assertThat(PersonalEntries.key(entry)).isEqualTo(contents);
            }
            if (query.contains("type=")) {
                assertThat(contents.split(" ")).contains(PersonalEntries.key(entry));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defi=student_success",
                "theme=noise&defi=mental_health",
                "niveau=college",
                "niveau=maternelle&type=kit",
                "type=kit&exclude=kit/1"
            })
    void filtersThatNothingPassesGiveAnEmptyList(String query) {
        JsonNode body = list("200?seen=true&" + query);
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(PersonalEntries.keys(body)).isEmpty();
        assertThat(body.get("total_recommendations").intValue()).isZero();
        assertThat(body.get("status").stringValue())
                .isEqualTo("no content is left: all are filtered out, excluded or already used");
    }

    @Test
    void whatIsExcludedStaysAway() {
        assertThat(PersonalEntries.keys(list(
                        "200?seen=true&limit=50&type=article&exclude=article/1,%20article%2F4,kit/1,article/4%20")))
                .containsExactlyInAnyOrder("article/2", "article/3", "article/5");
        assertThat(PersonalEntries.keys(list("200?seen=true&limit=50&exclude=article/1&exclude=article/2")))
                .hasSize(17)
                .doesNotContain("article/1", "article/2");
    }

    /** A web app excludes what it shows, by the types of the platform's pages and events. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contenu/1,podcast/2",
                "ARTICLE/1,Podcasts/2",
                "articles/1,podcast/2",
                "%20Contenus%20/1,PODCAST/2"
            })
    void aTypeIsUnderstoodInThePlatformsWords(String exclude) {
        assertThat(PersonalEntries.keys(list("200?seen=true&limit=50&exclude=" + exclude)))
                .hasSize(17)
                .doesNotContain("article/1", "podcast/2");
    }

    @Test
    void anUnknownTypeIsNotTakenForOneThatIsNotThere() {
        JsonNode problem = Calls.problem(calls().get("/user/200/recommendations?exclude=article/1,articel/2"), 400);
        assertThat(problem.get("detail").stringValue())
                .startsWith("exclude: found 'articel', expected one of [article, fiche_outils, guide_pratique, ");
    }

    @Test
    void aFilterTakesThePlatformsWordsToo() {
        assertThat(list("200?seen=true&limit=50&type=Fiches-outils"))
                .isEqualTo(list("200?seen=true&limit=50&type=fiche_outils"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "article/999", "atelier/1", "article/99999999999999999999", "fiche_outils/8"})
    void excludingWhatIsNotThereChangesNothing(String exclude) {
        assertThat(list("200?limit=50&exclude=" + exclude)).isEqualTo(list("200?limit=50"));
    }

    @Test
    void aThousandContentsCanBeExcluded() {
        assertThat(PersonalEntries.keys(list("200?limit=50&seen=true&exclude=kit/1" + ",podcast/77".repeat(999))))
                .hasSize(18)
                .doesNotContain("kit/1");
    }

    @Test
    void theSameVersionGivesTheSameList() {
        String first = calls().get("/user/205/recommendations?limit=20").body();
        for (int i = 0; i < 5; i++) {
            assertThat(calls().get("/user/205/recommendations?limit=20").body()).isEqualTo(first);
        }
    }
}
