package fr.ecolhuma.etreprof.ingestion.bucket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;

/** Google's metadata server and the part of Cloud Storage's JSON API that reads objects, with troubles as they are set. */
public final class StubStorage implements AutoCloseable {

    /** The most bytes that an answer sends before it breaks off; negative for never. */
    volatile int breakAfter = -1;

    /** Whether somebody writes the object when an answer breaks off. */
    volatile boolean changesAtBreak;

    volatile String checksum = null;
    private volatile long generation = 7;
    /** Statuses of the next answers of the API, before those that go well. */
    final List<Integer> troubles = new CopyOnWriteArrayList<>();

    final List<String> ranges = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final byte[] object;
    private final String path;
    private final HttpServer server;

    public StubStorage(String path, byte[] object) throws IOException {
        this.path = path;
        this.object = object;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/computeMetadata/v1/instance/service-accounts/default/token", this::token);
        server.createContext("/storage/v1/b/", this::storage);
        server.start();
    }

    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    public URI endpoint() {
        return URI.create("http://" + host());
    }

    private void token(HttpExchange exchange) throws IOException {
        boolean google = "Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"));
        tokens.add(exchange.getRequestURI().getQuery());
        send(
                exchange,
                google ? 200 : 403,
                "{\"access_token\": \"t0ken\", \"expires_in\": 3599, \"token_type\": \"Bearer\"}");
    }

    private void storage(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (!troubles.isEmpty()) {
            send(exchange, troubles.removeFirst(), "{}");
        } else if (!"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (!exchange.getRequestURI().getRawPath().equals(path)) {
            send(exchange, 404, "{}");
        } else if (!query.startsWith("alt=media")) {
            send(
                    exchange,
                    200,
                    "{\"generation\": \"%d\", \"size\": \"%d\", \"crc32c\": \"%s\"}"
                            .formatted(generation, object.length, checksum == null ? crc32c(object) : checksum));
        } else if (!query.equals("alt=media&ifGenerationMatch=" + generation)) {
            send(exchange, 412, "{}");
        } else {
            media(exchange);
        }
    }

    private void media(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange.sendResponseHeaders(from == 0 ? 200 : 206, object.length - from);
        int length = breakAfter < 0 ? object.length - from : Math.min(breakAfter, object.length - from);
        exchange.getResponseBody().write(object, from, length);
        exchange.getResponseBody().flush();
        generation = changesAtBreak ? generation + 1 : generation;
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String crc32c(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    List<String> seenRanges() {
        return new ArrayList<>(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
