package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More than anyone needs is refused, wherever in a request it stands, as a problem and never as a failure. */
class BoundsTests extends DemoService {

    private static final String JSON = "application/json";
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static void refused(Answer answer, int status) {
        Calls.problem(answer, status);
    }

    private static void refused(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        Calls.problem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend", "/clusters/assign", "/classify"})
    void deepJsonIsRefused(String path) {
        for (int depth : new int[] {400, 501, 10_000, 400_000}) {
            refused(calls().post(path, JSON, "[".repeat(depth) + "]".repeat(depth)), 400);
            refused(calls().post(path, JSON, "[".repeat(depth)), 400);
            if (depth <= 10_000) {
                refused(
                        calls().post(path, JSON, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)),
                        depth == 400 && path.equals("/classify") ? 422 : 400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e99999999999999999999",
                "0.0000000000000000000000000000000000000001",
                "NaN",
                "DIGITS"
            })
    void numbersNobodyCountsToAreRefused(String number) {
        String written = number.replace("DIGITS", "9".repeat(50_000));
        refused(calls().post("/clusters/assign", JSON, "{\"nb_opened_mail\": " + written + "}"), 400);
        refused(
                calls().post("/recommend", JSON, "{\"contents\": [{\"type\": \"kit\", \"id\": " + written + "}]}"),
                400);
        refused(calls().post("/recommend", JSON, "{\"contents\": [], \"limit\": " + written + "}"), 400);
        refused(calls().post("/classify", JSON, "{\"content\": " + written + "}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend", "/clusters/assign"})
    void longNamesAndTextsAreRefused(String path) {
        String text = "x".repeat(100_000);
        refused(calls().post(path, JSON, "{\"" + text + "\": 1}"), 400);
        refused(
                calls().post(path, JSON, "{\"contents\": \"" + text + "\", \"nb_opened_mail\": \"" + text + "\"}"),
                400);
    }

    @ParameterizedTest
    @CsvSource({"9, 200", "10, 200", "11, 413", "500, 413", "5000, 413"})
    void aFormHasFewParts(int parts, int status) {
        String other = "--e\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n";
        String file = "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "Apprendre les fractions au CM1\r\n";
        Answer answer = calls().post(
                        "/classify", "multipart/form-data; boundary=e", other.repeat(parts - 1) + file + "--e--\r\n");
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            Calls.problem(answer, status);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "4000, 200", "20000, 413", "200000, 413"})
    void aPartHasAShortHead(int length, int status) {
        String body = "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nX-Long: "
                + "x".repeat(length) + "\r\n\r\nApprendre les fractions au CM1\r\n--e--\r\n";
        Answer answer = calls().post("/classify", "multipart/form-data; boundary=e", body);
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            Calls.problem(answer, status);
        }
    }

    @ParameterizedTest
    @CsvSource({"65528, 200", "65529, 413", "70000, 413", "90000, 400", "3000000, 400"})
    void aQueryHasSixtyFourKibibytes(int length, int status) {
        String query = "content=" + "fraction+".repeat(length / 9 + 1).substring(0, length);
        String answer = calls().raw("POST /classify?" + query + END);
        if (status == 200) {
            assertThat(answer).startsWith("HTTP/1.1 200");
        } else {
            refused(answer, status);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90_000, 3_000_000})
    void aHeadIsNotEndless(int length) {
        String much = "x".repeat(length);
        refused(calls().raw("GET /clusters HTTP/1.1\r\nX-Long: " + much + "\r\nHost: localhost\r\n\r\n"), 400);
        refused(calls().raw("GET /clusters HTTP/1.1\r\n" + much + ": x\r\nHost: localhost\r\n\r\n"), 400);
        refused(calls().raw("GET /" + much + END), 400);
        refused(calls().raw(much + " /clusters" + END), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend", "/clusters/assign", "/classify"})
    void aBodyIsNotEndless(String path) {
        byte[] body = ("[\"" + "x".repeat(9 << 20) + "\"]").getBytes(StandardCharsets.US_ASCII);
        refused(calls().post(path, JSON, body), 413);
    }
}
