package fr.ecolhuma.etreprof.api.classify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.TestTexts;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /classify} in all its forms. */
class ContractClassifyTests extends RunningService {

    private static final String TEXT =
            "# Les fractions en sixième\n\nUne séquence à l'école, « pas à pas » & plus + 50 %";

    private Answer json(String content) {
        return calls().post(
                        "/classify",
                        "application/json",
                        JsonMapper.shared().writeValueAsString(Map.of("content", content)));
    }

    private Answer query(String content) {
        return calls().send("POST", "/classify?content=" + URLEncoder.encode(content, UTF_8));
    }

    private Answer raw(String type, byte[] content) {
        return calls().post("/classify", type, content);
    }

    private Answer file(String name, String type, byte[] content) {
        return calls().upload("/classify", "file", name, type, content);
    }

    private static String body(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void anAnswerHasTheShapeOfTheContract() {
        Answer answer = json(TEXT);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        JsonNode body = JsonMapper.shared().readTree(body(answer));
        assertThat(body.propertyNames()).containsExactly("success", "data", "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
        JsonNode data = body.get("data");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "theme",
                        "defi",
                        "confidence",
                        "language",
                        "abstained",
                        "reason",
                        "best_guess",
                        "topic_principal",
                        "themes",
                        "defis",
                        "evidence",
                        "truncated");
        assertThat(data.get("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(data.get("topic_principal").propertyNames()).containsExactlyInAnyOrder("id", "label", "confidence");
        assertThat(data.get("topic_principal").get("confidence").doubleValue()).isBetween(0.0, 100.0);
        assertThat(data.get("defis")).hasSize(5);
        assertThat(data.get("defis").get(0).propertyNames())
                .containsExactlyInAnyOrder("code", "label", "label_fr", "confidence");
        assertThat(data.get("themes").size()).isLessThanOrEqualTo(3);
        boolean abstained = data.get("abstained").booleanValue();
        assertThat(data.get("theme").isNull()).isEqualTo(abstained);
        assertThat(data.get("reason").isNull()).isEqualTo(!abstained);
        assertThat(data.get("topic_principal").get("id").intValue() == -1).isEqualTo(abstained);
    }

    @Test
    void allFormsOfATextAreAnsweredAlike() {
        String expected = body(json(TEXT));
        byte[] utf8 = TEXT.getBytes(UTF_8);
        byte[] latin = TEXT.getBytes(ISO_8859_1);
        assertThat(Stream.of(
                        query(TEXT),
                        raw("text/markdown", utf8),
                        raw("text/plain", utf8),
                        raw("text/plain;charset=UTF-8", utf8),
                        raw("text/plain; charset=ISO-8859-1", latin),
                        raw("TEXT/Markdown; charset=\"windows-1252\"", latin),
                        raw("text/plain;charset=utf-16", TEXT.getBytes(UTF_16)),
                        raw("text/plain", ("\uFEFF" + TEXT).getBytes(UTF_16LE)),
                        raw("text/plain", ("\uFEFF" + TEXT).getBytes(UTF_8)),
                        raw(
                                "application/json;charset=ISO-8859-1",
                                ("{\"content\": " + JsonMapper.shared().writeValueAsString(TEXT) + "}")
                                        .getBytes(ISO_8859_1)),
                        raw(
                                "application/json",
                                ("{\"x\": {\"content\": 1}, \"content\": "
                                                + JsonMapper.shared().writeValueAsString(TEXT) + "}")
                                        .getBytes(UTF_8)),
                        file("fiche.md", "text/markdown", utf8),
                        file("fiche.txt", "text/plain", utf8),
                        file("fiche.txt", "text/plain; charset=ISO-8859-1", latin),
                        file("Fiche été.MD", "application/octet-stream", utf8),
                        file("", "", utf8)))
                .extracting(ContractClassifyTests::body)
                .containsOnly(expected);
    }

    @Test
    void pdfAndWordDocumentsAreRead() {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Les fractions en classe")));
        byte[] docx = TestDocuments.docx("# Les fractions", "en classe");
        body(file("fiche.pdf", "application/pdf", pdf));
        body(file("fiche", "application/octet-stream", pdf));
        body(file("fiche.docx", "", docx));
    }

    @Test
    void aLongQueryIsRead() {
        String text = "fraction ".repeat(7_000);
        assertThat(body(query(text))).isEqualTo(body(json(text)));
    }

    @Test
    void oneMebibyteIsAcceptedInEveryForm() {
        String text = "les fractions \"é\" ".repeat(52_428) + "ab c".repeat(20);
        String most = text + "x".repeat((1 << 20) - text.getBytes(UTF_8).length);
        String expected = body(json(most));
        String escaped = "{\"content\": \"" + most.replace("\"", "\\u0022").replace("é", "\\u00e9") + "\"}";
        assertThat(body(raw("application/json", escaped.getBytes(UTF_8)))).isEqualTo(expected);
        assertThat(body(raw("text/plain", most.getBytes(UTF_8)))).isEqualTo(expected);
        assertThat(body(raw("text/plain;charset=utf-16", most.getBytes(UTF_16))))
                .isEqualTo(expected);
        assertThat(body(file("a.txt", "text/plain", most.getBytes(UTF_8)))).isEqualTo(expected);
    }

    static Stream<String> oddTexts() {
        return TestTexts.odd().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    @Timeout(20)
    void anOddTextIsAnswered(String name) {
        String text = TestTexts.odd().get(name);
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append(
                        c < 128 && c >= 32 && c != '"' && c != '\\' ? "" + (char) c : "\\u%04x".formatted(c)));
        JsonNode data = calls().post("/classify", "application/json", "{\"content\":\"" + escaped + "\"}")
                .json()
                .get("data");
        assertThat(data.get("abstained").isBoolean()).isTrue();
    }

    @Test
    void whateverTheFormALongTextSaysThatItWasReadToTheBound() {
        String bound = "fraction ".repeat(5_555) + "abcd";
        assertThat(bound).hasSize(49_999);
        for (boolean longer : new boolean[] {false, true}) {
            String text = longer ? bound + " fin" : bound;
            byte[] docx = TestDocuments.docx(longer ? text + "x".repeat(8_000) : "fraction");
            for (Answer answer : List.of(
                    raw("application/json", ("{\"content\": \"" + text + "\"}").getBytes(UTF_8)),
                    raw("text/plain", text.getBytes(UTF_8)),
                    raw("text/markdown", text.getBytes(UTF_8)),
                    file("a.txt", "text/plain", text.getBytes(UTF_8)),
                    file("a.docx", "", docx))) {
                assertThat(answer.json().get("data").get("truncated").booleanValue())
                        .isEqualTo(longer);
            }
        }
    }
}
