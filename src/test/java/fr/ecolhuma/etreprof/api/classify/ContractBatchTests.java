package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /classify/batch}. */
class ContractBatchTests extends RunningService {

    private static final String TEXT = "Une séquence sur les fractions en classe de sixième";

    private static String line(int id) {
        return "{\"id\": %d, \"text\": \"%s\"}\n".formatted(id, TEXT);
    }

    private static List<JsonNode> answers(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/x-ndjson");
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/jsonl",
                "application/json-lines",
                "application/x-ndjson;charset=utf-8"
            })
    void everyLineIsAnsweredInOrder(String type) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append(line(i));
        }
        List<JsonNode> answers = answers(calls().post("/classify/batch", type, lines.toString()));
        assertThat(answers).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(answers.get(i).get("id").intValue()).isEqualTo(i);
        }
    }

    @Test
    void aLineIsAnsweredLikeASingleText() {
        JsonNode single = calls().post("/classify", "text/plain", TEXT).json().get("data");
        ObjectNode answer = (ObjectNode) answers(calls().post("/classify/batch", "application/x-ndjson", line(7)))
                .getFirst();
        answer.remove("id");
        assertThat(answer).isEqualTo(single);
    }

    @Test
    void badLinesAreAnsweredInTheirPlaces() {
        String lines =
                line(1) + "nothing\n{\"id\": 3}\n{\"id\": 4, \"text\": \"" + "x".repeat(1 << 20) + "\"}\n\n" + line(6);
        List<JsonNode> answers = answers(calls().post("/classify/batch", "application/x-ndjson", lines));
        assertThat(answers).hasSize(5);
        assertThat(answers.get(1).toString()).startsWith("{\"line\":2,\"error\":\"found broken JSON");
        assertThat(answers.get(2).toString()).startsWith("{\"line\":3,\"id\":3,\"error\":\"found no \\\"text\\\"");
        assertThat(answers.get(3).toString()).startsWith("{\"line\":4,\"error\":\"found more than 1 MiB");
        assertThat(answers.get(4).get("id").intValue()).isEqualTo(6);
    }

    @Test
    void nothingIsAnsweredByNothing() {
        assertThat(answers(calls().post("/classify/batch", "application/x-ndjson", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-ndjson;charset=utf-16", "x", ""})
    void anotherMediaTypeIsNotRead(String type) {
        Calls.problem(calls().post("/classify/batch", type, line(1)), 415);
    }

    @Test
    void aBodyThatIsBadlyChunkedIsBroken() {
        String head = "POST /classify/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(calls().raw(head + "zz\r\n")).startsWith("HTTP/1.1 400");
    }
}
