package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to a service on this machine. */
public final class Calls {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What nobody outside may see: code, server software, folders. */
    private static final List<String> INNER = List.of(
            "Exception", "java.", "fr.ecolhuma", "springframework", "Tomcat", "\tat ", "<html", "/target/", "/tmp/");

    private final String host;
    private final int port;

    public Calls(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** An answer; headers by lower-case name. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Where a path is, for a test that speaks for itself. */
    public URI address(String path) {
        return URI.create("http://" + host + ":" + port + path);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Sends a request and gives the body as the bytes that came. */
    public HttpResponse<byte[]> bytes(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    public Answer recompute(String... headers) {
        return send("POST", "/clusters/recompute", headers);
    }

    public Answer send(String method, String path, String... headers) {
        return later(method, path, headers).join();
    }

    public Answer post(String path, String type, String body) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body, with no Content-Type when the type is empty. */
    public Answer post(String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.headers(), response.body()))
                .join();
    }

    /** Posts a multipart body with one part. */
    public Answer upload(String path, String part, String file, String type, byte[] content) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n%s\r\n"
                .formatted(
                        part,
                        file.isEmpty() ? "" : "; filename=\"" + file + "\"",
                        type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=edge", body.toByteArray());
    }

    public CompletableFuture<Answer> later(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.headers(), response.body()));
    }

    /** Sends bytes as they are and gives back all that comes until the service closes the connection. */
    public String raw(String bytes) {
        return raw(bytes, false);
    }

    /** The same; then perhaps tells the service that no more will be sent. */
    public String raw(String bytes, boolean end) {
        try (Socket socket = new Socket(InetAddress.getByName(host), port)) {
            socket.setSoTimeout(10_000);
            send(socket, bytes.getBytes(StandardCharsets.ISO_8859_1));
            if (end) {
                socket.shutdownOutput();
            }
            return received(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // the service has answered and hung up before it had all; what it said can still be read
        }
    }

    private static String received(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException e) {
            if (answer.size() == 0) {
                throw e;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Checks that an answer is a problem of RFC 9457 in this service's shape, and gives it. */
    public static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        return problem(answer.body(), status);
    }

    public static JsonNode problem(String text, int status) {
        assertThat(text).doesNotContain(INNER);
        JsonNode body = MAPPER.readTree(text);
        assertThat(body.propertyNames())
                .contains("type", "code", "title", "status", "detail", "instance", "success", "error");
        assertThat(body.get("status").isInt()).isTrue();
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("type").stringValue())
                .isEqualTo("/docs/problems/" + body.get("code").stringValue());
        assertThat(ProblemKind.of(body.get("code").stringValue())).isPresent();
        assertThat(body.get("title").stringValue()).isNotBlank();
        assertThat(body.get("detail").stringValue()).isNotBlank();
        assertThat(body.get("instance").stringValue()).startsWith("/");
        assertThat(body.get("success").isBoolean()).isTrue();
        assertThat(body.get("success").booleanValue()).isFalse();
        assertThat(body.get("error")).isEqualTo(body.get("detail"));
        return body;
    }
}
