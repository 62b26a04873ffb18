package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is the same for everyone: the greeting, the segments, the state of the service. */
class ContractTests extends RunningService {

    /** Half a cent: means are rounded to two decimals. */
    private static final double ROUNDING = 0.005 + 1e-9;

    private JsonNode cluster(int id) {
        return calls().get("/clusters").json().get("clusters").get(String.valueOf(id));
    }

    @Test
    void theGreetingSaysWhatRuns() {
        Answer answer = calls().get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        JsonNode body = answer.json();
        assertThat(body.get("greetings").stringValue()).isEqualTo("Welcome to ÊtrePROF API!");
        assertThat(body.get("status").stringValue()).isEqualTo("running");
        assertThat(body.get("version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(body.get("model_version").stringValue()).matches("20250710-[0-9a-f]{12}");
    }

    @Test
    void clustersAreKeyedByIdInOrder() {
        JsonNode body = calls().get("/clusters").json();
        assertThat(body.propertyNames()).containsExactly("success", "model_version", "clusters");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        assertThat(body.get("clusters").propertyNames()).containsExactly("0", "1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | Balanced Users    | Équilibrés          | 18 | 30.0 | Varied content approach                 | Moderate, diversified usage
            1 | Email Specialists | Adeptes de l'e-mail | 10 | 16.7 | Transition to platform content          | High email engagement, low content usage
            2 | Super Users       | Super utilisateurs  | 6  | 10.0 | Advanced content and latest innovations | Highly engaged across all features
            3 | Inactive Users    | Peu actifs          | 26 | 43.3 | Re-engagement and accessibility         | Low engagement across the platform
            """)
    void aClusterHasItsTextsAndSize(
            int id, String name, String nameFr, int count, double percentage, String strategy, String summary) {
        JsonNode cluster = cluster(id);
        assertThat(cluster.propertyNames())
                .contains("name", "name_fr", "count", "percentage", "strategy", "summary", "description", "profile");
        assertThat(cluster.get("name").stringValue()).isEqualTo(name);
        assertThat(cluster.get("name_fr").stringValue()).isEqualTo(nameFr);
        assertThat(cluster.get("count").isInt()).isTrue();
        assertThat(cluster.get("count").intValue()).isEqualTo(count);
        assertThat(cluster.get("percentage").doubleValue()).isEqualTo(percentage);
        assertThat(cluster.get("strategy").stringValue()).isEqualTo(strategy);
        assertThat(cluster.get("summary").stringValue()).isEqualTo(summary);
        JsonNode profile = cluster.get("profile");
        assertThat(profile.get("size")).isEqualTo(cluster.get("count"));
        assertThat(profile.get("count")).isEqualTo(cluster.get("count"));
        assertThat(profile.get("percentage")).isEqualTo(cluster.get("percentage"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aProfileHoldsTheMeanOfEveryFeature(int id) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode profile = cluster(id).get("profile");
        for (String feature : ExportCounts.FEATURES) {
            assertThat(profile.get(feature).isNumber()).as(feature).isTrue();
            assertThat(profile.get(feature).doubleValue())
                    .as(feature)
                    .isCloseTo(counts.mean(counts.users(id), feature), within(ROUNDING));
        }
        // content_with_topics.csv names the themes of these five, one each, and of guide_pratique/1 none that exists.
        List<String> themed = List.of("article/1", "article/2", "article/3", "fiche_outils/1", "fiche_outils/2");
        assertThat(profile.get("topic_count").doubleValue())
                .isCloseTo(counts.meanThemes(counts.users(id), themed), within(ROUNDING));
        for (String level : List.of("activity_level", "email_engagement", "content_usage")) {
            assertThat(profile.get(level).isNumber()).as(level).isTrue();
            assertThat(profile.get(level).doubleValue()).as(level).isBetween(0.0, 2.0);
        }
    }

    /**
     * Of three users in a row one has taught for 15 years, in CP and CE1; one for 10 years, in 6e and 2nde; of one
     * nothing is known. Segment 1 has 10 users, 4 + 3 + 3: (4 × 15 + 3 × 10) / 7 = 12.86 years, 40 and 30 %.
     * Segment 3 has 26, 9 + 9 + 8: 34.6 % each.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 12.5, 13 ans, 33%, 33%",
        "1, 12.86, 13 ans, 40%, 30%",
        "2, 12.5, 13 ans, 33%, 33%",
        "3, 12.5, 13 ans, 35%, 35%"
    })
    void aDescriptionIsComputedFromTheFigures(int id, double years, String words, String primary, String secondary) {
        JsonNode description = cluster(id).get("description");
        JsonNode profile = cluster(id).get("profile");
        assertThat(profile.get("anciennete").doubleValue()).isEqualTo(years);
        assertThat(description.get("anciennete_moyenne").stringValue()).isEqualTo(words);
        assertThat(description.get("niveau_principal").stringValue()).isEqualTo("Élémentaire (" + primary + ")");
        JsonNode levels = description.get("repartition_niveaux");
        assertThat(levels.propertyNames()).containsExactly("Élémentaire", "Collège", "Lycée");
        assertThat(levels.get("Élémentaire").stringValue()).isEqualTo(primary);
        assertThat(levels.get("Collège").stringValue()).isEqualTo(secondary);
        assertThat(levels.get("Lycée").stringValue()).isEqualTo(secondary);
        assertThat(description.get("activite_generale").stringValue()).isEqualTo(word(profile, "activity_level"));
        assertThat(description.get("engagement_email").stringValue()).isEqualTo(word(profile, "email_engagement"));
        assertThat(description.get("usage_contenu").stringValue()).isEqualTo(word(profile, "content_usage"));
        double themes = profile.get("topic_count").doubleValue();
        assertThat(description.get("diversite_thematique").stringValue())
                .isEqualTo(themes < 2 ? "Peu diversifié" : themes < 5 ? "Moyennement diversifié" : "Très diversifié");
    }

    /** A scale of 0 to 2 in three equal parts. */
    private static String word(JsonNode profile, String level) {
        double value = profile.get(level).doubleValue();
        return value < 0.67 ? "Faible" : value < 1.33 ? "Modéré" : "Élevé";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/0", "/recommend/2?limit=10", "/recommend/3?type=podcast"})
    void whatIsTheSameForEveryoneIsNamedByAnETag(String path) {
        Answer answer = calls().get(path);
        String tag = answer.header("etag");
        assertThat(tag).matches("\"[^\"]+\"");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            Answer again = calls().get(path, "If-None-Match", known);
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("etag")).isEqualTo(tag);
            assertThat(again.header("cache-control")).isEqualTo(answer.header("cache-control"));
        }
        Answer other = calls().get(path, "If-None-Match", "\"other\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/0", "/recommend/2?theme=noise", "/user/100/profile"})
    void headAnswersTheSameWithoutABody(String path) {
        Answer answer = calls().get(path);
        Answer head = calls().send("HEAD", path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("etag")).isEqualTo(answer.header("etag"));
        assertThat(head.header("content-type")).isEqualTo(answer.header("content-type"));
        if (!head.header("etag").isEmpty()) {
            assertThat(head.header("content-length")).isEqualTo(answer.header("content-length"));
            assertThat(calls().send("HEAD", path, "If-None-Match", head.header("etag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void differentBodiesHaveDifferentTags() {
        List<String> paths = List.of("/", "/clusters", "/recommend/0", "/recommend/1", "/recommend/1?limit=6");
        assertThat(paths).extracting(path -> calls().get(path).header("etag")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/livez", "/readyz"})
    void theServiceIsHealthyAndReady(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").stringValue()).isEqualTo("UP");
    }

    @Test
    void metricsCountTheRequests() {
        calls().get("/clusters");
        Answer metrics = calls().get("/actuator/prometheus");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("content-type")).startsWith("text/plain");
        assertThat(metrics.body()).containsPattern("http_server_requests_seconds_count\\{.*uri=\"/clusters\"} \\d");
        assertThat(calls().get("/actuator/info").status()).isEqualTo(200);
    }

    @Test
    void segmentsAreRankedAsTheirNamesTell() {
        Map<String, JsonNode> profiles = Map.of(
                "balanced", cluster(0).get("profile"),
                "email", cluster(1).get("profile"),
                "super", cluster(2).get("profile"),
                "inactive", cluster(3).get("profile"));
        assertThat(level(profiles.get("super"), "content_usage"))
                .isGreaterThan(level(profiles.get("balanced"), "content_usage"));
        assertThat(level(profiles.get("balanced"), "content_usage"))
                .isGreaterThan(level(profiles.get("email"), "content_usage"));
        assertThat(level(profiles.get("email"), "email_engagement"))
                .isGreaterThan(level(profiles.get("balanced"), "email_engagement"));
        assertThat(level(profiles.get("inactive"), "activity_level"))
                .isLessThan(level(profiles.get("balanced"), "activity_level"));
        assertThat(TestData.SIZES.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }

    private static double level(JsonNode profile, String name) {
        return profile.get(name).doubleValue();
    }
}
