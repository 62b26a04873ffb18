package fr.ecolhuma.etreprof.api.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code GET /model/recommender}. */
class ContractRecommenderCardTests extends RunningService {

    private JsonNode card() {
        Answer answer = calls().get("/model/recommender");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("data");
    }

    @Test
    void everyFieldIsThere() {
        Answer answer = calls().get("/model/recommender");
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("success", "data", "model_version");
        assertThat(answer.json().get("success").booleanValue()).isTrue();
        assertThat(answer.json().get("model_version"))
                .isEqualTo(calls().get("/").json().get("model_version"));
        assertThat(card().propertyNames()).contains("lambda", "weights", "users", "figures", "segments", "rungs");
        assertThat(calls().get("/model/recommender", "If-None-Match", answer.header("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(calls().get("/model/classifier").json().get("data")).isNotEqualTo(card());
    }

    @Test
    void theServedModelIsHeldAgainstSimplerOnes() {
        JsonNode card = card();
        assertThat(card.get("lambda").doubleValue()).isPositive();
        assertThat(card.get("users").intValue()).isBetween(1, 60);
        for (String model : List.of("hybrid", "ease", "itemknn", "popular")) {
            JsonNode figures = card.get("figures").get(model);
            for (String measure : List.of("recall@10", "recall@20", "recall_capped@20", "ndcg@10", "ndcg@100")) {
                assertThat(figures.get(measure).doubleValue())
                        .as("%s of %s", measure, model)
                        .isBetween(0.0, 1.0);
            }
            assertThat(figures.propertyNames())
                    .anyMatch(measure -> measure.startsWith("coverage"))
                    .anyMatch(measure -> measure.startsWith("novelty"));
        }
    }

    @Test
    void everyUserIsServedByOneRung() {
        JsonNode rungs = card().get("rungs");
        assertThat(rungs.propertyNames()).isNotEmpty().isSubsetOf(PersonalEntries.RUNGS);
        double sum = 0;
        for (JsonNode share : rungs) {
            sum += share.doubleValue();
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
    }
}
