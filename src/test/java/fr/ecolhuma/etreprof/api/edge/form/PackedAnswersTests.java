package fr.ecolhuma.etreprof.api.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers packed by gzip, over real HTTP: the same bytes once unpacked, the same headers otherwise. */
class PackedAnswersTests extends DemoService {

    private HttpResponse<byte[]> packed(String method, String path, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Accept-Encoding";
        all[headers.length + 1] = "gzip";
        return calls().bytes(method, path, all);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without those that the form changes. */
    private static Map<String, Object> others(HttpResponse<byte[]> answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        List.of("date", "content-encoding", "content-length", "etag").forEach(headers::remove);
        return headers;
    }

    /** The two fast stations, controllers with bytes and with objects, pages, files, YAML, CSV, the figures. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters",
                "/clusters?_=1",
                "/recommend/2",
                "/recommend/2?limit=50",
                "/user/26/profile",
                "/user/26/profile?_=1",
                "/user/26/recommendations?limit=50",
                "/content/fiche_outils/165/similar?limit=20",
                "/clusters/3/users?limit=5000",
                "/clusters/3/users?limit=5000&format=csv",
                "/model/recommender",
                "/docs",
                "/docs/problems/",
                "/docs/swagger-ui.css",
                "/docs/swagger-ui-bundle.js",
                "/openapi.json",
                "/openapi.yaml"
            })
    void aLargeAnswerIsPackedForWhoAcceptsIt(String path) {
        for (int time = 0; time < 2; time++) {
            HttpResponse<byte[]> plain = calls().bytes("GET", path);
            HttpResponse<byte[]> packed = packed("GET", path);
            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(header(plain, "content-encoding")).isEmpty();
            assertThat(header(plain, "vary")).contains("Accept-Encoding");
            assertThat(plain.body().length).isGreaterThan(2 << 10);
            assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
            assertThat(packed.body().length).isLessThan(plain.body().length / 2);
            assertThat(header(packed, "content-length")).isEqualTo(String.valueOf(packed.body().length));
            assertThat(unpacked(packed.body())).isEqualTo(plain.body());
            assertThat(others(packed)).isEqualTo(others(plain));
            assertThat(header(packed, "etag")).isEqualTo("W/" + header(plain, "etag"));
        }
    }

    @Test
    void theFiguresArePackedAndHaveNoTag() {
        HttpResponse<byte[]> packed = packed("GET", "/actuator/prometheus");
        assertThat(new String(unpacked(packed.body()), StandardCharsets.UTF_8)).contains("# HELP ");
        assertThat(header(packed, "etag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clusters", "/clusters?_=1", "/user/26/profile", "/content/fiche_outils/165/similar"})
    void headHasTheHeadersOfGet(String path) {
        for (String accepted : List.of("gzip", "identity")) {
            HttpResponse<byte[]> got = calls().bytes("GET", path, "Accept-Encoding", accepted);
            HttpResponse<byte[]> head = calls().bytes("HEAD", path, "Accept-Encoding", accepted);
            assertThat(head.body()).isEmpty();
            Map<String, Object> headers = new TreeMap<>(head.headers().map());
            Map<String, Object> expected = new TreeMap<>(got.headers().map());
            headers.remove("date");
            expected.remove("date");
            assertThat(headers).as(accepted).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters",
                "/clusters?_=1",
                "/recommend/0",
                "/user/26/profile",
                "/user/26/profile?_=1",
                "/content/fiche_outils/165/similar",
                "/clusters/3/users?limit=5000",
                "/docs",
                "/openapi.json"
            })
    void whoHasOneFormGetsA304ForEither(String path) {
        String strong = header(calls().bytes("GET", path), "etag");
        String weak = header(packed("GET", path), "etag");
        for (String tag : List.of(strong, weak, "\"other\", " + weak, "*")) {
            HttpResponse<byte[]> plain = calls().bytes("GET", path, "If-None-Match", tag);
            HttpResponse<byte[]> packed = packed("GET", path, "If-None-Match", tag);
            HttpResponse<byte[]> head = packed("HEAD", path, "If-None-Match", tag);
            assertThat(List.of(plain.statusCode(), packed.statusCode(), head.statusCode()))
                    .as(tag)
                    .containsOnly(304);
            assertThat(plain.body()).isEmpty();
            assertThat(packed.body()).isEmpty();
            assertThat(header(plain, "etag")).isEqualTo(strong);
            assertThat(header(packed, "etag")).isEqualTo(weak);
            assertThat(header(packed, "vary")).contains("Accept-Encoding");
            assertThat(header(packed, "content-encoding")).isEmpty();
            assertThat(header(packed, "cache-control"))
                    .isEqualTo(header(calls().bytes("GET", path), "cache-control"))
                    .isNotEmpty();
        }
        assertThat(packed("GET", path, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /clusters     | gzip;q=0                 | 200 | plain
            /clusters?_=1 | gzip;q=0, *              | 200 | plain
            /clusters     | gzip;q=0.5, identity     | 200 | plain
            /clusters     | *                        | 200 | gzip
            /clusters?_=1 | *;q=0.1                  | 200 | gzip
            /clusters     | gzip, identity;q=0       | 200 | gzip
            /             | gzip                     | 200 | plain
            /?_=1         | gzip                     | 200 | plain
            /             | gzip, identity;q=0       | 200 | gzip
            /             | identity;q=0, *          | 200 | gzip
            /             | identity;q=0             | 406 | plain
            /clusters     | *;q=0                    | 406 | plain
            /user/26/profile | br, identity;q=0      | 406 | plain
            /favicon.ico  | gzip                     | 200 | plain
            """)
    void theCallerChooses(String path, String accepted, int status, String form) {
        HttpResponse<byte[]> answer = calls().bytes("GET", path, "Accept-Encoding", accepted);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "content-encoding")).isEqualTo(form.equals("gzip") ? "gzip" : "");
        byte[] body = form.equals("gzip") ? unpacked(answer.body()) : answer.body();
        assertThat(new String(body, StandardCharsets.UTF_8)).startsWith(path.equals("/favicon.ico") ? "<svg" : "{");
        if (status == 406) {
            assertThat(Calls.problem(new String(body, StandardCharsets.UTF_8), 406)
                            .get("code")
                            .stringValue())
                    .isEqualTo("not-acceptable");
        } else {
            assertThat(header(answer, "vary")).contains("Accept-Encoding");
        }
    }

    @Test
    void severalHeadersAreOne() {
        assertThat(calls().raw("GET /clusters HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Accept-Encoding: br\r\nAccept-Encoding: gzip;q=0.5\r\n\r\n"))
                .containsIgnoringCase("Content-Encoding: gzip");
    }

    @Test
    void anAnswerWithATokenIsNeverPacked() {
        List<ApiDocument.Operation> withToken = document().operations().stream()
                .filter(operation -> operation
                        .node()
                        .get("responses")
                        .valueStream()
                        .flatMap(response ->
                                document().resolve(response).path("content").valueStream())
                        .map(media -> document().resolve(media.path("schema")))
                        .anyMatch(schema -> schema.path("properties").has("token")))
                .toList();
        assertThat(withToken).extracting(ApiDocument.Operation::toString).containsExactly("POST /user/{user_id}/token");
        for (String accepted : List.of("gzip", "gzip, identity;q=0")) {
            HttpResponse<byte[]> answer = calls().bytes("POST", "/user/26/token", "Accept-Encoding", accepted);
            assertThat(header(answer, "content-encoding")).isEmpty();
            assertThat(header(answer, "cache-control")).isEqualTo("no-store, no-transform");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"token\":\"ey");
        }
    }

    @Test
    void thePackedAnswerToAPostIsTheSame() {
        Calls.Answer plain = calls().post("/clusters/assign", "application/json", assign());
        String raw = calls().raw("POST /clusters/assign HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Accept-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: " + assign().length()
                + "\r\n\r\n" + assign());
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("etag")).isEmpty();
        assertThat(raw).startsWith("HTTP/1.1 200").containsIgnoringCase("Content-Encoding: gzip");
    }

    private static String assign() {
        return "[" + "{\"nb_opened_mail\": 3},".repeat(50) + "{\"nb_opened_mail\": 9}]";
    }

    /** The caller sends its second line once it has the first answer: nothing waits in the packing. */
    @Test
    void aPackedBatchIsStreamed() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /classify/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n"
                                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            send(out, "{\"id\": 1, \"text\": \"Les fractions au CM1\"}\n");
            Chunks chunks = new Chunks(socket.getInputStream());
            assertThat(chunks.head()).containsIgnoringCase("Content-Encoding: gzip");
            GZIPInputStream answers = new GZIPInputStream(chunks);
            for (int id = 1; id < 5; id++) {
                JsonNode answer = JsonMapper.shared().readTree(line(answers));
                assertThat(answer.get("id").intValue()).isEqualTo(id);
                send(out, "{\"id\": %d, \"text\": \"Les fractions au CM1\"}\n".formatted(id + 1));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(line(answers)).contains("\"id\":5");
            assertThat(answers.read()).as("the end").isEqualTo(-1);
        }
    }

    /** Byte by byte: a reader would wait for more than the line. */
    private static String line(GZIPInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void send(OutputStream out, String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void theEventsOfAJobAreNotPacked() {
        String job = calls().send("POST", "/clusters/recompute?dry_run=true", "Prefer", "respond-async")
                .header("location");
        HttpResponse<byte[]> events = packed("GET", job, "Accept", "text/event-stream");
        assertThat(header(events, "content-encoding")).isEmpty();
        assertThat(new String(events.body(), StandardCharsets.UTF_8)).startsWith("event:");
    }
}
