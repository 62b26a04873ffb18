package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A process of its own that is told to end while it works: what it has begun ends well, and in time. */
class ShutdownTests {

    private static final Path HOME = RunningService.emptyFolder("shutdown");
    private static final Path MODELS = HOME.resolve("models");
    private static final int LEARNING = 55;
    private static final String TEXT = "Apprendre les fractions au CM1";

    private final SpanCollector collector = SpanCollector.start();
    private final int port = freePort();
    private final Calls calls = new Calls("localhost", port);

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EtreprofApplication.class.getName(),
                "--server.port=" + port,
                "--etreprof.threads=1",
                "--etreprof.admin-token=",
                "--etreprof.data-dir=" + HOME.resolve("data"),
                "--etreprof.models-dir=" + MODELS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log.txt").toFile());
        builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            try {
                if (calls.get("/readyz").status() == 200) {
                    return;
                }
            } catch (CompletionException notYet) {
                assertThat(notYet.getCause()).isNotInstanceOf(HttpTimeoutException.class);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the service does not start");
    }

    @Test
    void whatIsBegunEndsWellAndTheModelStays() throws Exception {
        for (String folder : List.of("data", "models")) {
            FileSystemUtils.copyRecursively(Path.of(folder), HOME.resolve(folder));
        }
        Process process = start();
        try {
            awaitReady();
            // the first start gives the shipped version its line in the history
            List<String> files = files();
            String clusters = calls.get("/clusters").body();
            endAtWork(process);
            assertThat(files()).isEqualTo(files);
            assertThat(collector.received())
                    .as("the spans of the last seconds")
                    .contains("etreprof-ml-api", "GET /clusters", "POST /classify");
            assertThat(Files.readString(HOME.resolve("log.txt")))
                    .as("a stop is no failure")
                    .doesNotContain(" ERROR ", "Exception")
                    .containsPattern(
                            " INFO .*recompute [0-9a-f-]{36} cancelled after \\d+ ms: the service is being stopped");

            process = start();
            awaitReady();
            assertThat(calls.get("/clusters").body()).isEqualTo(clusters);
            JsonNode last = calls.get("/clusters/recompute/last").json().get("last");
            assertThat(last.get("state").stringValue()).isEqualTo("cancelled");
            assertThat(last.get("reason").stringValue()).isEqualTo("the service is being stopped");
        } finally {
            process.destroyForcibly();
            collector.close();
        }
    }

    /** In the midst of a text that is being sent and of a recompute of the demo's exports. */
    private void endAtWork(Process process) throws Exception {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            awaitLearning(calls.recompute("Prefer", "respond-async").header("location"));
            slow.setSoTimeout(10_000);
            slow.getOutputStream()
                    .write(ascii("POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: " + TEXT.length() + "\r\n\r\n" + TEXT.substring(0, 9)));
            Thread.sleep(200);
            long told = System.nanoTime();
            process.destroy();
            Thread.sleep(500);
            slow.getOutputStream().write(ascii(TEXT.substring(9)));
            assertThat(answer(slow.getInputStream())).startsWith("HTTP/1.1 200").contains("\"theme\"");
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - told)).isLessThan(10);
        }
    }

    private void awaitLearning(String job) throws InterruptedException {
        while (calls.get(job).json().at("/job/percent").intValue() < LEARNING) {
            Thread.sleep(20);
        }
        assertThat(calls.get(job).json().at("/job/state").stringValue()).isEqualTo("running");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String answer(InputStream in) throws IOException {
        byte[] answer = new byte[16 << 10];
        return new String(answer, 0, Math.max(0, in.read(answer)), StandardCharsets.UTF_8);
    }

    /** What lies in the models folder, but for what tells how the last run ended. */
    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(MODELS)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !List.of("recompute.json", "jobs").contains(name))
                    .sorted()
                    .toList();
        }
    }
}
