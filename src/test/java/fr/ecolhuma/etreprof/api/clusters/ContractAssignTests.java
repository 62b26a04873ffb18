package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /clusters/assign}. */
class ContractAssignTests extends RunningService {

    private Answer assign(String body) {
        return calls().post("/clusters/assign", "application/json", body);
    }

    private static String features(int user) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        return ExportCounts.FEATURES.stream()
                .map(feature -> "\"%s\": %d".formatted(feature, counts.count(user, feature)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 205, 300, 425})
    void theCountsOfAUserLeadToTheSegmentOfTheUser(int user) {
        Answer answer = assign(features(user));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        JsonNode data = body.get("data");
        JsonNode cluster = calls().get("/user/" + user + "/profile").json().at("/data/cluster");
        assertThat(data.at("/cluster/id").intValue()).isEqualTo(TestData.segmentOf(user));
        assertThat(data.at("/cluster/name")).isEqualTo(cluster.get("name"));
        assertThat(data.at("/cluster/name_fr")).isEqualTo(cluster.get("name_fr"));
        assertThat(data.at("/second_best/id")).isEqualTo(cluster.at("/second_best/id"));
        assertThat(data.get("margin").doubleValue())
                .isCloseTo(cluster.at("/second_best/margin").doubleValue(), within(0.0051));
        assertThat(data.get("assumed_zero")).isEmpty();
        List<Double> distances = data.get("distances")
                .valueStream()
                .map(one -> one.get("distance").doubleValue())
                .toList();
        assertThat(distances).hasSize(4);
        assertThat(distances.indexOf(Collections.min(distances))).isEqualTo(TestData.segmentOf(user));
    }

    @Test
    void theNearestChangeIsTrueWhenItIsAssigned() {
        JsonNode change = assign(features(100)).json().at("/data/nearest_change");
        String changed = features(100);
        for (JsonNode one : change.get("changes")) {
            String before = "\"%s\": %d"
                    .formatted(one.get("feature").stringValue(), one.get("from").intValue());
            assertThat(changed).contains(before);
            changed = changed.replace(
                    before,
                    "\"%s\": %d"
                            .formatted(
                                    one.get("feature").stringValue(),
                                    one.get("to").intValue()));
        }
        assertThat(change.at("/cluster/id").intValue()).isNotZero();
        assertThat(assign(changed).json().at("/data/cluster")).isEqualTo(change.get("cluster"));
    }

    @Test
    void aListIsAnsweredInItsOrder() {
        JsonNode data = assign("[" + features(300) + "," + features(400) + ",{\"nb_opened_mail\": 0.0}]")
                .json()
                .get("data");
        assertThat(data.valueStream().map(one -> one.at("/cluster/id").intValue()))
                .containsExactly(2, 3, 3);
        assertThat(data.get(0)).isEqualTo(assign(features(300)).json().get("data"));
        assertThat(data.get(2).get("assumed_zero")).hasSize(13);
        assertThat(data.get(2).get("assumed_zero").valueStream().map(JsonNode::stringValue))
                .doesNotContain("nb_opened_mail")
                .contains("nb_vote");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nb_vote": -1}             | nb_vote: found -1, expected a whole number from 0
            {"nb_vote": 1.5}            | nb_vote: found 1.5, expected a whole number from 0
            {"nb_vote": "3"}            | nb_vote: found "3", expected a whole number from 0
            {"nb_vote": null}           | nb_vote: found null, expected a whole number from 0
            {"nb_vote": 2147483648}     | nb_vote: found 2147483648, expected a whole number from 0 to 2147483647
            {"nb_vote": 1e400}          | nb_vote: found 1E+400, expected a whole number from 0
            {"nb_votes": 1}             | found an unknown feature 'nb_votes', expected some of nb_contenu, nb_fiche_outils
            [{"nb_vote": 1}, {"a": 1}]  | [1]: found an unknown feature 'a', expected some of
            [{"nb_vote": true}]         | [0].nb_vote: found true, expected a whole number
            {"nb_vote": 1, "nb_vote": 2}| a feature given twice in line 1
            {"nb_vote": 1               | found broken JSON
            {"nb_vote": 1} 2            | found broken JSON
            {}                          | found no feature, expected
            []                          | found a list of 0, expected
            [3]                         | [0]: found 3, expected
            'nothing'                   | found broken JSON
            """)
    void whatCannotBeAssignedIsRefusedWithItsPlace(String body, String error) {
        JsonNode problem = Calls.problem(assign(body), 400);
        assertThat(problem.get("detail").stringValue()).contains(error);
    }

    @Test
    void tooManyAreRefused() {
        String one = "{\"nb_vote\": 1}";
        String most = String.join(",", Collections.nCopies(10_000, one));
        assertThat(assign("[" + most + "]").json().get("data")).hasSize(10_000);
        assertThat(Calls.problem(assign("[" + most + "," + one + "]"), 400)
                        .get("detail")
                        .stringValue())
                .contains("found a list of 10001", "1 to 10000");
        assertThat(Calls.problem(assign(" ".repeat((8 << 20) + 1)), 413)
                        .get("detail")
                        .stringValue())
                .contains("8 MiB");
        Calls.problem(calls().post("/clusters/assign", "text/plain", one), 415);
    }
}
