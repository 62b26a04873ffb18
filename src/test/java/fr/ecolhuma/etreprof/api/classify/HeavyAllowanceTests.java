package fr.ecolhuma.etreprof.api.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A heavy call takes more of the allowance than a light one; each test is another caller, with 20 texts a minute. */
@TestPropertySource(
        properties = {
            "etreprof.access.rate-per-minute.classify=20",
            "etreprof.access.keys=one:reader:k1,two:reader:k2,three:reader:k3"
        })
class HeavyAllowanceTests extends DemoService {

    private static final String SPENT = "found more than 20 ordinary texts a minute";

    private Calls.Answer post(String key, String path, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(), path)))
                .header("Authorization", "Bearer " + key)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Calls.Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSpent(Calls.Answer answer) {
        assertThat(Calls.problem(answer, 429).get("detail").stringValue()).startsWith(SPENT);
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 60);
    }

    @Test
    void aLongTextCountsByItsSize() {
        byte[] text = "les fractions ".repeat(15_000).getBytes(UTF_8);
        assertThat(text).hasSize(210_000);
        // 1 and 10 times 20,000 bytes: the second is more than the 9 that are left
        assertThat(post("k1", "/classify", "text/plain", text).status()).isEqualTo(200);
        assertSpent(post("k1", "/classify", "text/plain", text));
        assertThat(post("k1", "/classify", "text/plain", "les fractions".getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDocumentCountsAsTenTexts() {
        String head = "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n";
        byte[] docx = TestDocuments.docx("Les fractions en sixième");
        byte[] body = new byte[head.length() + docx.length + 9];
        System.arraycopy(head.getBytes(UTF_8), 0, body, 0, head.length());
        System.arraycopy(docx, 0, body, head.length(), docx.length);
        System.arraycopy("\r\n--e--\r\n".getBytes(UTF_8), 0, body, body.length - 9, 9);
        String type = "multipart/form-data; boundary=e";
        assertThat(post("k2", "/classify", type, body).status()).isEqualTo(200);
        assertThat(post("k2", "/classify", type, body).status()).isEqualTo(200);
        assertSpent(post("k2", "/classify", type, body));
    }

    @Test
    void aBatchCountsItsLinesAndAnswersThoseThatAreTooManyInTheirPlaces() {
        byte[] lines = "{\"text\": \"les fractions en sixième\"}\n".repeat(40).getBytes(UTF_8);
        List<String> answers = post("k3", "/classify/batch", "application/x-ndjson", lines)
                .body()
                .lines()
                .toList();
        assertThat(answers).hasSize(40);
        // one for the call; another may come back while the lines are answered
        assertThat(answers.subList(0, 19)).allMatch(line -> line.contains("\"theme\""));
        assertThat(answers.subList(25, 40)).allMatch(line -> line.contains(SPENT));
        assertThat(answers.getLast()).startsWith("{\"line\":40,\"error\":");
        assertSpent(post("k3", "/classify", "text/plain", "les fractions".getBytes(UTF_8)));
    }
}
