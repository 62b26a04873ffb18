package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import fr.ecolhuma.etreprof.TestData;
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

/** A process of its own that is told to end while it works: what it has begun ends well, and in time. */
class ShutdownTests {

    private static final Path HOME = RunningService.emptyFolder("shutdown");
    private static final Path MODELS = HOME.resolve("models");
    private static final Path EXPORTS = HOME.resolve("exports");
    private static final String TEXT = "Apprendre les fractions au CM1";

    private final int port = freePort();
    private final Calls calls = new Calls("localhost", port);

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String interactions) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EtreprofApplication.class.getName(),
                "--server.port=" + port,
                "--etreprof.restarts=3",
                "--etreprof.threads=1",
                "--etreprof.admin-token=",
                "--etreprof.data-dir=" + HOME.resolve("data"),
                "--etreprof.models-dir=" + MODELS,
                "--etreprof.users=" + EXPORTS.resolve("users.csv"),
                "--etreprof.contents=" + EXPORTS.resolve("contents.csv"),
                "--etreprof.interactions=" + interactions);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log.txt").toFile())
                .start();
    }

    private void awaitLive() throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            try {
                if (calls.get("/livez").status() == 200) {
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
        TestData.exports(EXPORTS);
        ExportHost host = ExportHost.of(EXPORTS);
        Process process = start(host.address() + "/interactions.csv");
        try {
            awaitLive();
            assertThat(calls.recompute().status()).isEqualTo(200);
            String clusters = calls.get("/clusters").body();
            endAtWork(process, host);
            assertThat(remains()).isEmpty();

            process = start(host.address() + "/interactions.csv");
            awaitLive();
            awaitReady();
            assertThat(calls.get("/clusters").body()).isEqualTo(clusters);
            assertThat(calls.get("/clusters/recompute/last")
                            .json()
                            .at("/last/state")
                            .stringValue())
                    .isEqualTo("cancelled");
        } finally {
            process.destroyForcibly();
        }
    }

    /** In the midst of a text that is being sent and of a recompute that waits for its exports. */
    private void endAtWork(Process process, ExportHost host) throws Exception {
        try (ExportHost.Hold hold = host.hold();
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(calls.recompute("Prefer", "respond-async").status()).isEqualTo(202);
            hold.awaitRequest();
            slow.setSoTimeout(10_000);
            slow.getOutputStream()
                    .write(ascii("POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: " + TEXT.length() + "\r\n\r\n" + TEXT.substring(0, 9)));
            Thread.sleep(300);
            long told = System.nanoTime();
            process.destroy();
            Thread.sleep(700);
            slow.getOutputStream().write(ascii(TEXT.substring(9)));
            assertThat(answer(slow.getInputStream())).startsWith("HTTP/1.1 200").contains("\"theme\"");
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - told)).isLessThan(10);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String answer(InputStream in) throws IOException {
        byte[] answer = new byte[16 << 10];
        return new String(answer, 0, Math.max(0, in.read(answer)), StandardCharsets.UTF_8);
    }

    /** Folders of versions that were not finished. */
    private static List<String> remains() throws IOException {
        try (Stream<Path> all = Files.list(MODELS)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains(".new"))
                    .toList();
        }
    }

    private void awaitReady() throws InterruptedException {
        for (int i = 0; i < 200 && calls.get("/readyz").status() != 200; i++) {
            Thread.sleep(50);
        }
    }
}
