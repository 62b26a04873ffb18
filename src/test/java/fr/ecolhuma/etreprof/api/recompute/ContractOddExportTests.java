package fr.ecolhuma.etreprof.api.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Exports with hardly anything in them, followed from the recompute up to the lists that are served. */
class ContractOddExportTests extends RunningService {

    private static final List<Integer> TEACHERS = List.of(100, 200, 300, 400);
    private static final String GONE = "article/5";
    private static final String GONE_TITLE = "Titre article, no 5";

    @BeforeEach
    void writeTheExports() {
        TestData.exports(EXPORTS);
    }

    @AfterAll
    void serveTheTestDataAgain() {
        TestData.exports(EXPORTS);
        recompute();
    }

    private JsonNode answer(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Without the gates, which refuse a catalogue that shrinks or grows like this. */
    private void recompute() {
        Answer answer = calls().send("POST", "/clusters/recompute?force=true");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode list(int user) {
        return answer("/user/" + user + "/recommendations?limit=50&seen=true");
    }

    private JsonNode basket(String content) {
        String[] key = content.split("/");
        String body = "{\"limit\": 50, \"contents\": [{\"type\": \"%s\", \"id\": %s}]}".formatted(key[0], key[1]);
        Answer answer = calls().post("/recommend", "application/json", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static void keep(String export, Predicate<String> wanted) throws IOException {
        rewrite(export, line -> wanted.test(line) ? line : null);
    }

    /** Changes each line but the header; null leaves it out. */
    private static void rewrite(String export, Function<String, String> change) throws IOException {
        Path file = EXPORTS.resolve(export);
        List<String> lines = Files.readAllLines(file);
        List<String> kept = new ArrayList<>(List.of(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String changed = change.apply(line);
            if (changed != null) {
                kept.add(changed);
            }
        }
        Files.write(file, kept);
    }

    private static boolean isUse(String line) {
        return line.contains(",page_view,") || line.contains(",download,");
    }

    /** Every answer in which the content was, but those of the model alone. */
    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (int user : TEACHERS) {
            bodies.add(list(user).toString());
            bodies.add(answer("/user/" + user + "/profile").toString());
        }
        for (int segment = 0; segment < 4; segment++) {
            bodies.add(answer("/recommend/" + segment + "?limit=50").toString());
        }
        bodies.add(answer("/content/article/4/similar?limit=50").toString());
        bodies.add(basket("article/4").toString());
        return bodies;
    }

    @Test
    void aContentDeletedBetweenTwoRecomputesIsNowhereAfterwards() throws IOException {
        recompute();
        List<String> before = bodies();
        assertThat(before.getFirst()).contains("\"title\":\"" + GONE_TITLE + "\"");
        assertThat(PersonalEntries.keys(list(100))).contains(GONE);
        assertThat(basket(GONE).get("ignored").intValue()).isZero();

        keep("contents.csv", line -> !line.contains(GONE_TITLE));
        // the export alone changes nothing: what is served is one version, whole
        assertThat(bodies()).isEqualTo(before);

        recompute();
        assertThat(bodies()).noneMatch(body -> body.contains(GONE_TITLE));
        Calls.problem(calls().get("/content/" + GONE + "/similar"), 404);
        JsonNode basket = basket(GONE);
        assertThat(basket.get("ignored").intValue()).isOne();
        assertThat(basket.get("rung").stringValue()).isEqualTo("popular");
        answer("/user/100/recommendations?exclude=" + GONE);
        List<String> left = new ArrayList<>(PersonalEntries.published());
        left.remove(GONE);
        for (int user : TEACHERS) {
            assertThat(PersonalEntries.keys(list(user))).containsExactlyInAnyOrderElementsOf(left);
            PersonalEntries.assertTrue(list(user), left(TestData.UNPUBLISHED, left));
        }
    }

    private static List<String> left(String more, List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.add(more);
        return all;
    }

    @Test
    void aContentTakenOfflineIsListedNowhereAndNoReasonNamesIt() throws IOException {
        rewrite("contents.csv", line -> line.contains(GONE_TITLE) ? line.replace(",publie,", ",brouillon,") : line);
        recompute();
        for (String body : bodies()) {
            assertThat(body).doesNotContain(GONE_TITLE);
        }
        assertThat(basket(GONE).get("ignored").intValue()).isZero();
        assertThat(PersonalEntries.keys(basket(GONE))).hasSize(18).doesNotContain(GONE);
    }

    @Test
    void withoutAnyUseEverybodyGetsAFullColdList() throws IOException {
        keep("interactions.csv", line -> !isUse(line));
        recompute();
        for (int user : TEACHERS) {
            JsonNode list = list(user);
            assertThat(list.get("rung").stringValue()).isIn("segment_level", "segment");
            assertThat(PersonalEntries.keys(list)).containsExactlyInAnyOrderElementsOf(PersonalEntries.published());
            PersonalEntries.assertTrue(list, List.of());
            assertThat(answer("/user/" + user + "/recommendations")
                            .get("total_recommendations")
                            .intValue())
                    .isEqualTo(5);
        }
        assertThat(answer("/content/article/4/similar?limit=50")
                        .get("total_recommendations")
                        .intValue())
                .isPositive();
        assertThat(answer("/model/recommender").get("data").get("figures")).isEmpty();
        assertThat(basket("article/4").get("rung").stringValue()).isEqualTo("history");
    }

    @Test
    void whenAllUseOneContentTheOthersAreListedWithoutIt() throws IOException {
        rewrite("interactions.csv", line -> isUse(line) ? onArticleOne(line) : line);
        recompute();
        for (int user : TEACHERS) {
            JsonNode list = answer("/user/" + user + "/recommendations?limit=50");
            List<String> keys = PersonalEntries.keys(list);
            boolean used = list.get("rung").stringValue().equals("history");
            assertThat(keys).hasSize(used ? 18 : 19);
            assertThat(keys.contains("article/1")).isEqualTo(!used);
            PersonalEntries.assertTrue(list, used ? List.of("article/1") : List.of());
        }
        assertThat(list(300).get("rung").stringValue()).isEqualTo("history");
        assertThat(PersonalEntries.keys(list(300))).contains("article/1");
        JsonNode first = answer("/recommend/2?limit=1").get("recommendations").get("recommendations");
        assertThat(first).hasSize(1);
    }

    private static String onArticleOne(String line) {
        String[] cells = line.split(",");
        return String.join(",", cells[0], cells[1], "page_view", "Contenu", "1", cells[5]);
    }

    @Test
    void theOnlyContentIsListedUntilItIsUsed() throws IOException {
        keep("contents.csv", line -> line.contains("Titre article, no 1\""));
        JsonNode refused = Calls.problem(calls().recompute(), 422);
        assertThat(refused.get("detail").stringValue()).contains("rows_contents: found 0.05");
        recompute();
        for (int user : TEACHERS) {
            assertThat(PersonalEntries.keys(list(user))).containsExactly("article/1");
            PersonalEntries.assertTrue(list(user), List.of());
        }
        JsonNode similar = answer("/content/article/1/similar");
        assertThat(similar.get("total_recommendations").intValue()).isZero();
        assertThat(similar.get("status").stringValue()).isNotEqualTo("ok");
        JsonNode basket = basket("article/1");
        assertThat(basket.get("total_recommendations").intValue()).isZero();
        assertThat(basket.get("status").stringValue()).startsWith("no content is left");
    }

    @Test
    void aSingleUserIsRefusedAndTheOldListsStay() throws IOException {
        recompute();
        List<String> before = bodies();
        keep("users.csv", line -> line.startsWith("300,"));
        JsonNode problem = Calls.problem(calls().recompute(), 422);
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(bodies()).isEqualTo(before);
    }
}
