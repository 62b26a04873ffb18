package fr.ecolhuma.etreprof.api.edge.pace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.GuardedService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who drips a request byte by byte is cut off, whatever part of it, and nobody else waits for that. */
class SlowCallerTests extends GuardedService {

    private static final int CALLERS = 6;
    private static final int DRIP_MS = 100;
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** Sends a beginning and then a byte every tenth of a second; for how long it could. */
    private Duration drip(String beginning, String bytes) throws IOException {
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(DRIP_MS);
            OutputStream out = socket.getOutputStream();
            out.write(ascii(beginning));
            for (int i = 0; age(start).compareTo(BOUND) < 0; i++) {
                out.write(bytes.charAt(i % bytes.length()));
                if (isClosed(socket.getInputStream())) {
                    break;
                }
            }
        } catch (IOException closed) {
            // by the service, while something was being written
        }
        return age(start);
    }

    /** Whether the service has closed its side, waiting for a drip's time at most; what it answered does not matter. */
    private static boolean isClosed(InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                // an answer may come before the end
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    private static Duration age(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What is sent at once and what is dripped then, by the part of the request; {@code ~} ends a line. */
    private static Map<String, List<String>> requests() {
        String text = "POST /classify HTTP/1.1~Host: a~Content-Type: text/plain~";
        String chunked = text + "Transfer-Encoding: chunked~~";
        String form = "POST /classify HTTP/1.1~Host: a~Content-Type: multipart/form-data; boundary=e~";
        String json = "POST /recommend HTTP/1.1~Host: a~Content-Type: application/json~";
        String lines = "POST /classify/batch HTTP/1.1~Host: a~Content-Type: application/x-ndjson~";
        return Map.ofEntries(
                Map.entry("request line", List.of("G", "e")),
                Map.entry("header", List.of("GET / HTTP/1.1~Host: localhost~X-Long: ", "x")),
                Map.entry("headers", List.of("GET / HTTP/1.1~Host: localhost~", "X-A: b~")),
                Map.entry("text", List.of(text + "Content-Length: 90000~~", "x")),
                Map.entry("JSON", List.of(json + "Content-Length: 90000~~", "[")),
                Map.entry("form", List.of(form + "Content-Length: 90000~~--e~", "x")),
                Map.entry("lines", List.of(lines + "Content-Length: 90000~~", "{")),
                Map.entry("chunks", List.of(chunked, "1~x~")),
                Map.entry("chunk extension", List.of(chunked + "1;", "x")),
                Map.entry("trailer", List.of(chunked + "0~X:", "x")),
                Map.entry("body nobody wants", List.of("POST / HTTP/1.1~Host: a~Content-Length: 90000~~", "x")));
    }

    private Map<String, Future<Duration>> all(ExecutorService callers) {
        Map<String, Future<Duration>> dripping = new TreeMap<>();
        requests().forEach((part, request) -> {
            String beginning = request.get(0).replace("~", "\r\n");
            String bytes = request.get(1).replace("~", "\r\n");
            for (int i = 0; i < CALLERS; i++) {
                dripping.put(part + " " + i, callers.submit(() -> drip(beginning, bytes)));
            }
        });
        return dripping;
    }

    @Test
    void whoDripsIsCutOffAndOthersAreServed() throws Exception {
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            Map<String, Future<Duration>> dripping = all(callers);
            assertThat(calls().get("/clusters").status()).isEqualTo(200);
            assertThat(as("reader", "GET", "/user/26/recommendations").status()).isEqualTo(200);
            for (Map.Entry<String, Future<Duration>> one : dripping.entrySet()) {
                assertThat(one.getValue().get())
                        .as(one.getKey())
                        .isBetween(Duration.ofMillis(500), BOUND.minusMillis(500));
            }
        }
    }

    @Test
    void whoHesitatesIsServed() throws Exception {
        String text = "Apprendre les fractions au CM1";
        String head = "POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n"
                .formatted(text.length());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            // the time between requests is nobody's waiting, and each request has patience of its own
            for (int i = 0; i < 3; i++) {
                for (String piece : List.of(head.substring(0, 9), head.substring(9), "\r\n", text)) {
                    socket.getOutputStream().write(ascii(piece));
                    Thread.sleep(200);
                }
                assertThat(answered(socket.getInputStream())).startsWith("HTTP/1.1 200");
                Thread.sleep(700);
            }
        }
    }

    private static String answered(InputStream in) throws IOException {
        byte[] answer = new byte[64 << 10];
        return new String(answer, 0, in.read(answer), StandardCharsets.UTF_8);
    }
}
