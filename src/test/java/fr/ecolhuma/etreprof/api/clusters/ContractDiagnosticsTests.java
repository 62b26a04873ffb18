package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code GET /clusters/diagnostics}. */
class ContractDiagnosticsTests extends RunningService {

    private static final double SHARES = 1_000;

    private JsonNode diagnostics() {
        Answer answer = calls().get("/clusters/diagnostics");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void everyNumberOfSegmentsIsJudged() {
        JsonNode body = diagnostics();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        assertThat(body.get("users").intValue()).isEqualTo(60);
        assertThat(body.get("sampled_users").intValue()).isEqualTo(60);
        assertThat(body.get("counts").valueStream().map(one -> one.get("k").intValue()))
                .startsWith(2, 3, 4);
        for (JsonNode one : body.get("counts")) {
            assertThat(one.propertyNames())
                    .containsExactlyInAnyOrder(
                            "k", "inertia", "silhouette", "davies_bouldin", "calinski_harabasz", "stability");
            assertThat(one.get("stability").doubleValue()).isBetween(-1.0, 1.0);
        }
        JsonNode verdict = body.get("verdict");
        assertThat(verdict.get("k").intValue()).isEqualTo(4);
        assertThat(verdict.get("keep").isBoolean()).isTrue();
        assertThat(verdict.get("best").propertyNames()).contains("silhouette", "stability");
        assertThat(verdict.get("sentences").valueStream().toList().getLast().stringValue())
                .startsWith("k = 4");
    }

    @Test
    void theRulesTellTheUsersOfTheTestData() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode rules = diagnostics().get("rules");
        assertThat(rules.get("depth").intValue()).isEqualTo(3);
        int right = 0;
        for (int segment = 0; segment < 4; segment++) {
            JsonNode rule = rules.get("clusters").get(String.valueOf(segment));
            assertThat(rule.get("name"))
                    .isEqualTo(calls().get("/clusters").json().at("/clusters/" + segment + "/name"));
            int own = segment;
            List<Integer> told = counts.users().stream()
                    .filter(user -> holds(counts, user, rule.get("rule").stringValue()))
                    .toList();
            long ofSegment = told.stream()
                    .filter(user -> TestData.segmentOf(user) == own)
                    .count();
            right += (int) ofSegment;
            assertThat(rule.get("precision").doubleValue())
                    .isEqualTo(Math.round(SHARES * ofSegment / told.size()) / SHARES);
            assertThat(rule.get("recall").doubleValue())
                    .isEqualTo(Math.round(SHARES * ofSegment / TestData.SIZES.get(segment)) / SHARES);
            assertThat(rule.get("clauses")
                            .valueStream()
                            .mapToInt(clause -> clause.get("users").intValue())
                            .sum())
                    .isEqualTo(told.size());
        }
        assertThat(rules.get("accuracy").doubleValue()).isEqualTo(Math.round(SHARES * right / 60) / SHARES);
    }

    private static boolean holds(ExportCounts counts, int user, String rule) {
        return Arrays.stream(rule.split(" or "))
                .anyMatch(clause -> Arrays.stream(clause.split(" and ")).allMatch(condition -> {
                    String[] parts = condition.split(" ");
                    int count = counts.count(user, parts[0]);
                    int bound = Integer.parseInt(parts[2]);
                    return parts[1].equals(">") ? count > bound : count <= bound;
                }));
    }

    @Test
    void everyFeatureIsSpreadOverEverySegment() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode distributions = diagnostics().get("distributions");
        for (int segment = 0; segment < 4; segment++) {
            for (String feature : ExportCounts.FEATURES) {
                int[] sorted = counts.users(segment).stream()
                        .mapToInt(user -> counts.count(user, feature))
                        .sorted()
                        .toArray();
                JsonNode spread = distributions.get(String.valueOf(segment)).get(feature);
                assertThat(spread.get("p50").intValue()).isEqualTo(sorted[(sorted.length + 1) / 2 - 1]);
                assertThat(spread.get("p95").intValue())
                        .isEqualTo(sorted[(int) Math.ceil(0.95 * sorted.length - 1e-9) - 1]);
                long zeros = Arrays.stream(sorted).filter(count -> count == 0).count();
                boolean hidden = zeros % sorted.length != 0 && (zeros < 5 || sorted.length - zeros < 5);
                assertThat(spread.get("share_zero").isNull()).as(feature).isEqualTo(hidden);
                if (!hidden) {
                    assertThat(spread.get("share_zero").doubleValue())
                            .isEqualTo(Math.round(SHARES * zeros / sorted.length) / SHARES);
                }
            }
        }
    }

    @Test
    void theAnswerStaysUntilTheModelChanges() {
        String tag = calls().get("/clusters/diagnostics").header("etag");
        assertThat(calls().get("/clusters/diagnostics").header("etag")).isEqualTo(tag);
        assertThat(calls().get("/clusters/diagnostics", "If-None-Match", tag).status())
                .isEqualTo(304);
    }
}
