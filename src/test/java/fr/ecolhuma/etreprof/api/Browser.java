package fr.ecolhuma.etreprof.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page in a real Chromium, driven by the Chrome DevTools protocol. */
public final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Path home;
    private final Process chromium;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final WebSocket socket;
    private volatile boolean accepts;

    private Browser(Path program) throws Exception {
        home = Files.createTempDirectory("browser-");
        chromium = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + home,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = client.newWebSocketBuilder()
                .buildAsync(page(port()), new Listener())
                .get(30, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            ask(domain + ".enable", Map.of());
        }
    }

    /** The browser of this machine; empty where there is none. */
    public static Optional<Browser> open() throws Exception {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        return program.isPresent() ? Optional.of(new Browser(program.get())) : Optional.empty();
    }

    private String port() throws Exception {
        Path file = home.resolve("DevToolsActivePort");
        await(() -> Files.exists(file) && Files.readString(file).lines().count() > 1, "Chromium has started");
        return Files.readString(file).lines().findFirst().orElseThrow();
    }

    private static URI page(String port) {
        for (JsonNode target :
                new Calls("localhost", Integer.parseInt(port)).get("/json").json()) {
            if (target.get("type").stringValue().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").stringValue());
            }
        }
        throw new IllegalStateException("Chromium has no page");
    }

    /** A condition that may fail. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until something holds. */
    public static void await(Condition condition, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in " + PATIENCE.toSeconds() + " s: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Opens an address and waits until its document is complete; its questions and errors count from here. */
    public void visit(String address) throws Exception {
        errors.clear();
        dialogs.clear();
        evaluate("window.isLeft = true");
        ask("Page.navigate", Map.of("url", address));
        await(() -> isReplaced(), address);
    }

    /** Whether another document is complete; while one takes the place of the other, there is none to ask. */
    private boolean isReplaced() throws Exception {
        try {
            return evaluate("!window.isLeft && document.readyState === 'complete'")
                    .booleanValue();
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** Shows the page as on a screen of this width in pixels. */
    public void resize(int width) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    }

    /** The value of a JavaScript expression; a promise is awaited. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Waits until a JavaScript expression is true. */
    public void await(String expression) throws Exception {
        await(() -> evaluate("!!(" + expression + ")").booleanValue(), expression);
    }

    /** Answers later questions of the page. */
    public void answer(boolean accept) {
        accepts = accept;
    }

    /** The questions that the page has asked since it was opened, the oldest first. */
    public List<String> dialogs() {
        return List.copyOf(dialogs);
    }

    /** What the page has written to the console as an error, or thrown, since it was opened. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
        return send(method, parameters).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private synchronized CompletableFuture<JsonNode> send(String method, Map<String, Object> parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", number, "method", method, "params", parameters)), true);
        return answer;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.remove(message.get("id").intValue());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new AssertionError(message.get("error").toString()));
            } else {
                answer.complete(message.get("result"));
            }
            return;
        }
        JsonNode event = message.path("params");
        switch (message.path("method").stringValue("")) {
            case "Page.javascriptDialogOpening" -> {
                dialogs.add(event.get("message").stringValue());
                send("Page.handleJavaScriptDialog", Map.of("accept", accepts));
            }
            case "Runtime.exceptionThrown" -> errors.add(event.toString());
            case "Log.entryAdded" -> {
                if (event.get("entry").get("level").stringValue().equals("error")) {
                    errors.add(event.get("entry").get("text").stringValue());
                }
            }
            default -> {
                // of no interest
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        chromium.destroyForcibly().onExit().join();
        // its children may write for a moment longer
        for (int trial = 0; trial < 100 && Files.exists(home); trial++) {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
