package fr.ecolhuma.etreprof.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the classifier that is served says, and {@code GET /model/classifier}. */
class ContractClassifierTests extends RunningService {

    private static final String SEED =
            "{\"content\": \"# Teaching mathematics\\nStrategies for differentiated learning...\"}";

    @Test
    void theSeedExampleIsAnsweredInFull() {
        JsonNode data =
                calls().post("/classify", "application/json", SEED).json().get("data");

        assertThat(data.get("theme").stringValue()).isEqualTo("Mathematics Education");
        assertThat(data.get("defi").stringValue()).isEqualTo("student_success");
        assertThat(data.get("language").stringValue()).isEqualTo("en");
        assertThat(data.get("abstained").booleanValue()).isFalse();
        assertThat(data.get("topic_principal").get("id").intValue()).isEqualTo(16);
        assertThat(data.get("topic_principal").get("label").stringValue()).isEqualTo("Mathematics Education");
        double confidence = data.get("confidence").doubleValue();
        assertThat(data.get("topic_principal").get("confidence").doubleValue())
                .isEqualTo(Math.round(confidence * 1000) / 10.0);
        assertThat(data.get("themes")).hasSize(3);
        assertThat(data.get("themes").get(0).get("code").stringValue()).isEqualTo("mathematics");
        assertThat(data.get("evidence").get(0).get("term").stringValue()).isEqualTo("mathematics");
        assertThat(data.get("evidence").get(0).get("start").intValue()).isEqualTo(11);
        assertThat(data.get("evidence").get(0).get("end").intValue()).isEqualTo(22);
    }

    @Test
    void theCardTellsWhatWasLearntAndHowWell() {
        Answer answer = calls().get("/model/classifier");
        JsonNode card = answer.json().get("data");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isNotEmpty();
        assertThat(answer.json().get("model_version"))
                .isEqualTo(calls().get("/").json().get("model_version"));
        assertThat(card.get("training_sha256").stringValue()).matches("[0-9a-f]{64}");
        assertThat(card.get("model_sha256").stringValue()).matches("[0-9a-f]{64}");
        assertThat(card.get("sources").get("shipped_contents").intValue()).isEqualTo(954);
        assertThat(card.get("theme_counts")).hasSize(46);
        assertThat(card.get("defi_counts")).hasSize(6);
        assertThat(card.get("themes").get("per_label").get("mathematics").propertyNames())
                .containsExactlyInAnyOrder("precision", "recall", "f1", "accuracy", "support");
    }

    @Test
    void theConfusionTableAddsUpToTheContentsAndTheAccuracy() {
        JsonNode themes = calls().get("/model/classifier").json().get("data").get("themes");
        int all = 0;
        int right = 0;
        for (String truth : themes.get("confusion").propertyNames()) {
            JsonNode row = themes.get("confusion").get(truth);
            for (String answer : row.propertyNames()) {
                all += row.get(answer).intValue();
                right += truth.equals(answer) ? row.get(answer).intValue() : 0;
            }
        }
        assertThat(all).isEqualTo(themes.get("contents").intValue());
        assertThat((double) right / all).isEqualTo(themes.get("accuracy").doubleValue());
    }
}
