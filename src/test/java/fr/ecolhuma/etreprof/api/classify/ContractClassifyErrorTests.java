package fr.ecolhuma.etreprof.api.classify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of a text. */
class ContractClassifyErrorTests extends RunningService {

    private static final int OVER = (1 << 20) + 1;

    private static void assertProblem(Answer answer, int status, String says) {
        assertThat(Calls.problem(answer, status).get("detail").stringValue()).contains(says);
    }

    private Answer post(String type, String body) {
        return calls().post("/classify", type, body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", nullValues = "-", textBlock = """
            {"content": ""}                | 422 | found no content
            {"content": " \\n\\t\\u00a0"}  | 422 | found no content
            {"content": null}              | 422 | found no content
            {}                             | 422 | found no content
            {"text": "a"}                  | 422 | found no content
            ~~                             | 422 | found an empty body
            {"content": 5}                 | 400 | content is not a string
            {"content": true}              | 400 | content is not a string
            {"content": ["a"]}             | 400 | content is not a string
            {"content": {"content": "a"}}  | 400 | content is not a string
            {"content": "a"                | 400 | found broken JSON
            {"content": "a"} x             | 400 | found broken JSON
            {content: "a"}                 | 400 | found broken JSON
            {'content': 'a'}               | 400 | found broken JSON
            nothing                        | 400 | found broken JSON
            ["a"]                          | 400 | found no JSON object
            "a"                            | 400 | found no JSON object
            null                           | 400 | found no JSON object
            """)
    void aJsonBodyThatCannotBeUsed(String body, int status, String says) {
        assertProblem(post("application/json", body), status, says);
    }

    @Test
    void jsonNestedWithoutEndIsBroken() {
        assertProblem(post("application/json", "[".repeat(100_000)), 400, "found broken JSON");
        assertProblem(post("application/json", "{\"a\":".repeat(100_000)), 400, "found broken JSON");
        assertProblem(post("application/json", "{\"a\": " + "9".repeat(100_000) + "}"), 400, "found broken JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/markdown", "application/json"})
    void bytesThatAreNotUtf8AreBroken(String type) {
        byte[] latin = "{\"content\": \"Été\"}".getBytes(ISO_8859_1);
        assertProblem(calls().post("/classify", type, latin), 400, "UTF-8");
        assertProblem(calls().post("/classify", type + ";charset=us-ascii", latin), 400, "US-ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void aBlankTextIsUnusable(String blank) {
        assertProblem(post("text/plain", blank), 422, "found no content");
        assertProblem(post("text/markdown", blank), 422, "found no content");
        assertProblem(calls().upload("/classify", "file", "a.md", "", blank.getBytes(UTF_8)), 422, "found no content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?content=           | 422 | found no content
            ?content            | 422 | found no content
            ?content=%20+%0A    | 422 | found no content
            ?other=a            | 400 | found the unknown parameter 'other', expected one of [content]
            ?%63ontent=a        | 400 | found the unknown parameter '%63ontent'
            ?                   | 422 | found no content
            ?content=a&content=b | 400 | found two values
            ?content=%C3%28     | 400 | not UTF-8
            ?content=%E9t%E9    | 400 | not UTF-8
            """)
    void aQueryThatCannotBeUsed(String query, int status, String says) {
        assertProblem(calls().send("POST", "/classify" + query), status, says);
    }

    @Test
    void aBadPercentIsNoQuery() {
        String answer =
                calls().raw("POST /classify?content=50%2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "image/png", "application/x-www-form-urlencoded", ""})
    void aQueryAndABodyAreTooMuch(String type) {
        assertProblem(calls().post("/classify?content=fraction", type, "fraction"), 400, "expected one of them");
        assertThat(calls().post("/classify?content=fraction", type, "").status())
                .isEqualTo(200);
    }

    @Test
    void aQueryAndAFileAreTooMuch() {
        byte[] file = "fraction".getBytes(UTF_8);
        assertProblem(calls().upload("/classify?content=a", "file", "a.md", "", file), 400, "expected one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "application/pdf",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/mixed; boundary=edge",
                "application/x-ndjson",
                "text",
                "text/",
                "text/plain; charset=klingon",
                "text/plain; charset=???",
                "*/*",
                ""
            })
    void anotherMediaTypeIsNotRead(String type) {
        assertProblem(post(type, "content=fraction"), 415, "found ");
    }

    @Test
    void noContentAtAllIsUnusable() {
        assertProblem(calls().send("POST", "/classify"), 422, "found no content");
    }

    @Test
    void moreThanOneMebibyteIsRefusedInEveryForm() {
        for (int length : new int[] {OVER, 3 << 20, 12 << 20}) {
            String text = "x".repeat(length);
            assertProblem(post("text/plain", text), 413, "1 MiB");
            assertProblem(post("text/markdown", text), 413, "1 MiB");
            assertProblem(post("application/json", "{\"content\": \"" + text + "\"}"), 413, "1 MiB");
            assertProblem(calls().upload("/classify", "file", "a.md", "", text.getBytes(UTF_8)), 413, "1 MiB");
            assertProblem(calls().upload("/classify", "x", "a.md", "", new byte[3 << 20]), 413, "1 MiB");
        }
        assertProblem(post("text/plain", "é".repeat(OVER / 2 + 1)), 413, "1 MiB");
    }

    @Test
    void aDocumentThatCannotBeReadIsRefused() {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Les fractions")));
        assertFile("a.pdf", Arrays.copyOf(pdf, 20), 400, "broken or truncated");
        assertFile("a.pdf", "no pdf".getBytes(UTF_8), 400, "check the file");
        assertFile("a.pdf", TestDocuments.pdf(List.of(List.of("a")), "a", "b"), 422, "password");
        assertFile("a.pdf", TestDocuments.pdf(List.of(List.of())), 422, "scan");
        assertFile("a.pdf", TestDocuments.pdfBomb(64), 413, "too large once unpacked");
        assertFile("a.docx", Arrays.copyOf(TestDocuments.docx("a"), 100), 400, "broken or truncated");
        assertFile("a.docx", TestDocuments.docx(""), 422, "found no content");
        assertFile("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 415, "expected md, txt, pdf or docx");
    }

    private void assertFile(String name, byte[] content, int status, String says) {
        assertProblem(calls().upload("/classify", "file", name, "application/octet-stream", content), status, says);
    }

    @Test
    void aMultipartBodyWithoutAFileIsUnusable() {
        assertProblem(calls().upload("/classify", "content", "", "", "fraction".getBytes(UTF_8)), 422, "file");
        String two = "--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na\r\n".repeat(2) + "--edge--\r\n";
        assertProblem(post("multipart/form-data; boundary=edge", two), 422, "found 2 parts named file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--edge", "--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na", "nothing"})
    void aMalformedMultipartBodyIsNoMultipart(String body) {
        for (String type : List.of("multipart/form-data; boundary=edge", "multipart/form-data")) {
            assertProblem(post(type, body), 400, "multipart");
        }
    }

    @Test
    void manyPartsAreRefused() {
        String part = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n";
        Answer answer = post("multipart/form-data; boundary=edge", part.repeat(5_000) + "--edge--\r\n");
        assertThat(answer.status()).isIn(400, 413);
        Calls.problem(answer, answer.status());
    }

    @Test
    void aBodyThatBreaksOffIsBroken() {
        String head = "POST /classify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n";
        String answer = calls().raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("application/problem+json");
    }

    @Test
    void onlyPostIsAllowed() {
        Answer answer = calls().get("/classify");
        assertProblem(answer, 405, "expected POST");
        assertThat(answer.header("allow")).contains("POST");
        assertProblem(calls().get("/classify/batch"), 405, "expected POST");
    }
}
