package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /recommend/{cluster_id}}. */
class ContractRecommendTests extends RunningService {

    private static final Map<String, Integer> CATALOGUE =
            Map.of("article", 5, "fiche_outils", 8, "guide_pratique", 4, "kit", 1, "podcast", 2);

    private static final Map<String, String> THEMES = Map.of(
            "article/1", "Mathematics Education",
            "article/2", "Spelling and Dictation",
            "article/3", "Education for Sustainable Development",
            "fiche_outils/1", "Classroom Noise",
            "fiche_outils/2", "Emotions");

    private static final Map<String, String> DEFIS = Map.of(
            "ecological_transition", "Transition écologique",
            "psychosocial_skills", "Compétences psychosociales",
            "mental_health", "Santé mentale",
            "inclusive_school", "École inclusive");

    /** Personal scores have six decimals, of which a mean can tell five. */
    private static final double ROUNDED = 1e5;

    private JsonNode recommend(String pathAndQuery) {
        Answer answer = calls().get("/recommend/" + pathAndQuery);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonNode> entries(JsonNode body) {
        List<JsonNode> entries = new ArrayList<>();
        body.get("recommendations").get("recommendations").forEach(entries::add);
        return entries;
    }

    private static String key(JsonNode entry) {
        return entry.get("type").stringValue() + "/" + entry.get("id").intValue();
    }

    private static List<String> keys(JsonNode body) {
        return entries(body).stream().map(ContractRecommendTests::key).toList();
    }

    @Test
    void everyFieldIsThere() {
        JsonNode body = recommend("2");
        assertThat(body.propertyNames())
                .contains("success", "cluster_id", "recommendations", "status", "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("cluster_id").isInt()).isTrue();
        assertThat(body.get("cluster_id").intValue()).isEqualTo(2);
        assertThat(body.get("status").stringValue()).isEqualTo("ok");
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        JsonNode list = body.get("recommendations");
        assertThat(list.get("cluster_name").stringValue()).isEqualTo("Super Users");
        assertThat(list.get("strategy").stringValue()).isEqualTo("Advanced content and latest innovations");
        assertThat(list.get("recommended_content_types").toString())
                .isEqualTo("[\"expert_training\",\"advanced_guides\",\"cutting_edge_tools\"]");
        assertThat(list.get("engagement_approach").stringValue()).isEqualTo("satisfy_high_expertise_needs");
        assertThat(list.get("description").stringValue())
                .isEqualTo("Highly engaged users consuming diverse content types intensively");
        assertThat(list.get("next_steps").stringValue()).isNotBlank();
        assertThat(list.get("cluster_id").intValue()).isEqualTo(2);
        assertThat(list.get("total_recommendations").intValue()).isEqualTo(5);
        assertThat(list.get("system_status").stringValue()).isEqualTo("ok");
        // 20 contents, one of them not published; 4 serve a défi.
        assertThat(list.get("reasoning").get("strategy")).isEqualTo(list.get("strategy"));
        assertReasoning(body, 19, 15, 4);
    }

    private static void assertReasoning(JsonNode body, int available, int normal, int priority) {
        JsonNode reasoning = body.get("recommendations").get("reasoning");
        assertThat(reasoning.get("available_contents").intValue()).isEqualTo(available);
        assertThat(reasoning.get("normal_contents").intValue()).isEqualTo(normal);
        assertThat(reasoning.get("priority_contents").intValue()).isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyEntryIsTrue(int cluster) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        List<JsonNode> entries = entries(recommend(cluster + "?limit=50"));
        assertThat(entries).hasSize(19);
        Map<String, Double> means = means(cluster);
        double most = Collections.max(means.values());
        double least = Collections.min(means.values());
        for (JsonNode entry : entries) {
            String key = key(entry);
            String defi = TestData.PRIORITY.get(key);
            assertThat(entry.get("title").stringValue())
                    .isEqualTo("Titre %s, no %d"
                            .formatted(
                                    entry.get("type").stringValue(),
                                    entry.get("id").intValue()));
            assertThat(entry.get("url").stringValue()).isEqualTo(url(key));
            assertThat(entry.get("source").stringValue()).isEqualTo("cluster_matching");
            assertThat(entry.get("is_priority_challenge").booleanValue()).isEqualTo(defi != null);
            assertThat(entry.get("priority_challenge").isNull()).isEqualTo(defi == null);
            if (defi != null) {
                assertThat(entry.get("priority_challenge").stringValue()).isEqualTo(defi);
            }
            assertThat(entry.get("theme").stringValue()).isEqualTo(THEMES.getOrDefault(key, "Other"));
            assertThat(entry.get("score").doubleValue())
                    .as(key)
                    .isCloseTo((means.get(key) - least) / (most - least), within(0.0001));
            assertThat(entry.get("reason").stringValue()).isEqualTo(reason(counts, cluster, key));
        }
    }

    private static String url(String key) {
        String id = key.substring(key.indexOf('/') + 1);
        return switch (key.substring(0, key.indexOf('/'))) {
            case "fiche_outils" -> "https://etreprof.fr/fiches-outils/" + id + "/fo";
            case "guide_pratique" -> "https://etreprof.fr/guides-pratiques/" + id + "/gp";
            case "article" -> "https://etreprof.fr/ressources/" + id;
            default -> "https://etreprof.fr";
        };
    }

    private static String reason(ExportCounts counts, int cluster, String key) {
        List<Integer> members = counts.users(cluster);
        double own = 100.0 * counts.readers(key, members) / members.size();
        double all = 100.0 * counts.readers(key, counts.users()) / 60;
        String who = own >= all && counts.readers(key, members) >= 5
                ? percent(own) + " des inscrits de ce groupe"
                : percent(all) + " des inscrits";
        String few = counts.readers(key, counts.users()) == 0 ? "pas encore" : "encore peu";
        String sentence = counts.readers(key, counts.users()) < 5
                ? ", %s consulté, reste à découvrir.".formatted(few)
                : " a été consulté par %s.".formatted(who);
        String defi = TestData.PRIORITY.containsKey(key)
                ? " du défi prioritaire «\u00a0%s\u00a0»".formatted(DEFIS.get(TestData.PRIORITY.get(key)))
                : "";
        return "Ce contenu" + defi + sentence;
    }

    private static String percent(double percent) {
        return String.format(Locale.FRENCH, "%.1f\u00a0%%", percent);
    }

    /** The mean of what the personal lists of the segment's users say of each content, the used ones among them. */
    private Map<String, Double> means(int cluster) {
        List<Integer> members = ExportCounts.of(EXPORTS).users(cluster);
        Map<String, Double> means = new HashMap<>();
        for (int user : members) {
            JsonNode list = calls().get("/user/" + user + "/recommendations?seen=true&limit=50")
                    .json()
                    .get("recommendations");
            list.forEach(
                    entry -> means.merge(key(entry), entry.get("score").doubleValue() / members.size(), Double::sum));
        }
        return means;
    }

    private static Stream<String> catalogue() {
        return CATALOGUE.entrySet().stream()
                .flatMap(type ->
                        Stream.iterate(1, id -> id + 1).limit(type.getValue()).map(id -> type.getKey() + "/" + id));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theBestComeFirst(int cluster) {
        Map<String, Double> means = means(cluster);
        // Equal scores only among what nobody used: then the newer first, which is the higher id, then by type.
        List<String> best = catalogue()
                .filter(key -> !key.equals(TestData.UNPUBLISHED))
                .sorted(Comparator.comparingLong((String key) -> -Math.round(means.get(key) * ROUNDED))
                        .thenComparing(key -> -Integer.parseInt(key.substring(key.indexOf('/') + 1)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        assertThat(keys(recommend(cluster + "?limit=50"))).isEqualTo(best);
        String priority =
                best.stream().filter(TestData.PRIORITY::containsKey).findFirst().orElseThrow();
        for (int limit : List.of(1, 2, 3, 5, 10)) {
            List<String> expected = new ArrayList<>(best.subList(0, limit));
            if (!expected.contains(priority)) {
                expected.set(limit - 1, priority);
            }
            assertThat(keys(recommend(cluster + "?limit=" + limit)))
                    .as("limit %d", limit)
                    .isEqualTo(expected);
        }
        assertThat(keys(recommend(String.valueOf(cluster)))).isEqualTo(keys(recommend(cluster + "?limit=5")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theme=mathematics                            | article/1                                                           | 0
            theme=16                                     | article/1                                                           | 0
            theme=Mathematics%20Education                | article/1                                                           | 0
            theme=Orthographe%20et%20dict%C3%A9e         | article/2                                                           | 0
            theme=noise&limit=50                         | fiche_outils/1                                                      | 0
            defi=mental_health                           | fiche_outils/5                                                      | 1
            defi=inclusive_school&type=guide_pratique    | guide_pratique/2                                                    | 1
            theme=emotions&defi=psychosocial_skills      | fiche_outils/2                                                      | 1
            type=podcast                                 | podcast/1 podcast/2                                                 | 0
            type=kit&limit=1                             | kit/1                                                               | 0
            type=guide_pratique                          | guide_pratique/1 guide_pratique/2 guide_pratique/3 guide_pratique/4 | 1
            """)
    void aFilterLeavesWhatPassesIt(String query, String contents, int priority) {
        JsonNode body = recommend("0?" + query);
        String[] expected = contents.split(" ");
        assertThat(keys(body)).containsExactlyInAnyOrder(expected);
        assertThat(body.get("recommendations").get("total_recommendations").intValue())
                .isEqualTo(expected.length);
        assertReasoning(body, expected.length, expected.length - priority, priority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defi=student_success",
                "theme=mathematics&type=kit",
                "theme=noise&defi=mental_health",
                "theme=emotions&defi=psychosocial_skills&type=article"
            })
    void filtersThatNothingPassesGiveAnEmptyList(String query) {
        JsonNode body = recommend("1?" + query);
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(entries(body)).isEmpty();
        assertThat(body.get("recommendations").get("total_recommendations").intValue())
                .isZero();
        assertThat(body.get("status").stringValue()).isEqualTo("no content passes the filters");
        assertReasoning(body, 0, 0, 0);
    }

    @Test
    void whatIsNotPublishedIsNeverRecommended() {
        for (int cluster = 0; cluster < 4; cluster++) {
            assertThat(keys(recommend(cluster + "?limit=50"))).hasSize(19).doesNotContain(TestData.UNPUBLISHED);
            assertThat(keys(recommend(cluster + "?limit=50&type=fiche_outils")))
                    .hasSize(7)
                    .doesNotContain(TestData.UNPUBLISHED);
        }
    }

    @Test
    void aDefiIsOnEveryListThatCanHaveOne() {
        for (int limit = 1; limit <= 50; limit++) {
            for (String filter : List.of("", "&type=fiche_outils", "&type=article")) {
                assertThat(entries(recommend("1?limit=" + limit + filter)))
                        .as("limit %d%s", limit, filter)
                        .hasSizeLessThanOrEqualTo(limit)
                        .anyMatch(entry -> entry.get("is_priority_challenge").booleanValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend/3", "/recommend/1?limit=7", "/recommend/2?type=article", "/user/205/profile"})
    void theSameVersionGivesTheSameList(String path) {
        String first = calls().get(path).body();
        for (int i = 0; i < 5; i++) {
            assertThat(calls().get(path).body()).isEqualTo(first);
        }
    }
}
