package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /user/{user_id}/profile}. */
class ContractProfileTests extends RunningService {

    private static final int FEATURES = ExportCounts.FEATURES.size();
    private static final double ROUNDING = 0.005 + 1e-9;

    private JsonNode profile(int user) {
        Answer answer = calls().get("/user/" + user + "/profile");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void everyFieldIsThere() {
        JsonNode body = profile(300);
        assertThat(body.propertyNames()).contains("success", "data", "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        JsonNode data = body.get("data");
        assertThat(data.propertyNames()).contains("user_id", "profile", "cluster", "recommendations");
        assertThat(data.get("user_id").isIntegralNumber()).isTrue();
        assertThat(data.get("user_id").intValue()).isEqualTo(300);
        JsonNode cluster = data.get("cluster");
        assertThat(cluster.propertyNames()).contains("id", "name", "description", "because", "second_best");
        JsonNode listed = calls().get("/clusters").json().get("clusters").get("2");
        assertThat(cluster.get("id").intValue()).isEqualTo(2);
        assertThat(cluster.get("name")).isEqualTo(listed.get("name"));
        assertThat(cluster.get("description")).isEqualTo(listed.get("description"));
        JsonNode ofSegment = calls().get("/recommend/2").json().get("recommendations");
        assertThat(data.get("recommendations").propertyNames()).containsAll(ofSegment.propertyNames());
        assertThat(data.get("recommendations").get("reasoning")).isEqualTo(ofSegment.get("reasoning"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            300 | 15   | 1 | Paris          | elementaire
            301 | 10   | 2 | Lyon           | college lycee
            302 | null | 0 | Non renseignée |
            425 | 10   | 2 | Lyon           | college lycee
            """)
    void aUserIsWhatTheExportSays(int user, Integer anciennete, int degre, String academie, String levels) {
        JsonNode profile = profile(user).get("data").get("profile");
        assertThat(profile.propertyNames()).contains("anciennete", "degre", "academie", "niveaux_enseignes");
        assertThat(profile.get("anciennete").isNull()).isEqualTo(anciennete == null);
        if (anciennete != null) {
            assertThat(profile.get("anciennete").isInt()).isTrue();
            assertThat(profile.get("anciennete").intValue()).isEqualTo(anciennete);
        }
        assertThat(profile.get("degre").isInt()).isTrue();
        assertThat(profile.get("degre").intValue()).isEqualTo(degre);
        assertThat(profile.get("academie").stringValue()).isEqualTo(academie);
        List<String> taught = new ArrayList<>();
        profile.get("niveaux_enseignes").forEach(level -> taught.add(level.stringValue()));
        assertThat(taught).isEqualTo(levels == null ? List.of() : List.of(levels.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 117, 200, 209, 300, 305, 400, 425})
    void theReasonsForTheSegmentAreTrue(int user) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        JsonNode cluster = profile(user).get("data").get("cluster");
        int own = TestData.segmentOf(user);
        double[][] centroids = IntStream.range(0, 4)
                .mapToObj(segment -> centroid(counts, counts.users(segment)))
                .toArray(double[][]::new);
        double[] point = centroid(counts, List.of(user));
        int second = IntStream.range(0, 4)
                .filter(segment -> segment != own)
                .boxed()
                .min(Comparator.comparingDouble(segment -> distance(point, centroids[segment])))
                .orElseThrow();
        JsonNode next = cluster.get("second_best");
        assertThat(cluster.get("id").intValue()).isEqualTo(own);
        assertThat(next.get("id").intValue()).isEqualTo(second);
        assertThat(next.get("margin").doubleValue())
                .isCloseTo(distance(point, centroids[second]) - distance(point, centroids[own]), within(ROUNDING));

        double[] advantages = IntStream.range(0, FEATURES)
                .mapToDouble(j -> square(point[j] - centroids[second][j]) - square(point[j] - centroids[own][j]))
                .toArray();
        double third = Arrays.stream(advantages).sorted().toArray()[FEATURES - 3];
        assertThat(cluster.get("because").size()).isEqualTo(3);
        for (JsonNode because : cluster.get("because")) {
            String feature = because.get("feature").stringValue();
            assertThat(advantages[ExportCounts.FEATURES.indexOf(feature)]).isGreaterThanOrEqualTo(third - 1e-9);
            assertThat(because.get("value").isInt()).isTrue();
            assertThat(because.get("value").intValue()).isEqualTo(counts.count(user, feature));
            assertThat(because.get("cluster_mean").doubleValue())
                    .isCloseTo(counts.mean(counts.users(own), feature), within(ROUNDING));
            assertThat(because.get("population_mean").doubleValue())
                    .isCloseTo(counts.mean(counts.users(), feature), within(ROUNDING));
        }
    }

    /** The mean of the users' scaled counts: the logarithm of 1 + count, less its mean, in standard deviations. */
    private static double[] centroid(ExportCounts counts, Collection<Integer> users) {
        return ExportCounts.FEATURES.stream()
                .mapToDouble(feature -> {
                    double mean = meanLog(counts, counts.users(), feature);
                    double variance = counts.users().stream()
                            .mapToDouble(user -> square(Math.log1p(counts.count(user, feature)) - mean))
                            .average()
                            .orElseThrow();
                    return variance == 0 ? 0 : (meanLog(counts, users, feature) - mean) / Math.sqrt(variance);
                })
                .toArray();
    }

    private static double meanLog(ExportCounts counts, Collection<Integer> users, String feature) {
        return users.stream()
                .mapToDouble(user -> Math.log1p(counts.count(user, feature)))
                .average()
                .orElseThrow();
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(j -> square(one[j] - other[j]))
                .sum());
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void recommendationsAreTheUsersOwn() {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        for (int user : counts.users()) {
            JsonNode own = profile(user).get("data").get("recommendations");
            JsonNode alone = calls().get("/user/" + user + "/recommendations").json();
            assertThat(own.get("recommendations")).as("user %d", user).isEqualTo(alone.get("recommendations"));
            assertThat(own.get("rung")).isEqualTo(alone.get("rung"));
            assertThat(own.get("total_recommendations")).isEqualTo(alone.get("total_recommendations"));
            assertThat(PersonalEntries.keys(own))
                    .noneMatch(key -> counts.uses(key).containsKey(user));
        }
    }
}
