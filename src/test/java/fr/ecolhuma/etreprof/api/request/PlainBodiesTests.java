package fr.ecolhuma.etreprof.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainBodiesTests extends RunningService {

    private String post(String path, String encoding) {
        String body = "{\"content\": \"les fractions au cycle 3\", \"contents\": []}";
        return calls().raw("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @ParameterizedTest
    @CsvSource({
        "/classify, gzip",
        "/classify, GZIP",
        "/classify, 'identity, gzip'",
        "/classify/batch, br",
        "/recommend, deflate",
        "/clusters/recompute, gzip"
    })
    void aCompressedBodyIsRefusedWithWhatToSend(String path, String encoding) {
        String answer = post(path, encoding);
        assertThat(answer).startsWith("HTTP/1.1 415 ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("\r\naccept-encoding: identity\r\n");
        assertThat(Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), 415)
                        .get("detail")
                        .stringValue())
                .isEqualTo("found Content-Encoding '" + encoding + "', expected none; send the body uncompressed");
    }

    @Test
    void aPlainBodyMayBeSaidToBeOne() {
        assertThat(post("/classify", "identity")).startsWith("HTTP/1.1 200 ");
        assertThat(calls().get("/clusters", "Content-Encoding", "gzip").status())
                .isEqualTo(200);
    }
}
