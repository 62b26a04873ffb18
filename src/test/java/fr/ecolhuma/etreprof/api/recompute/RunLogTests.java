package fr.ecolhuma.etreprof.api.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.ExportHost;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Each run over HTTP leaves one line, whose level says whether an operator has to act. */
class RunLogTests extends RunningService {

    private final Logger recompute = (Logger) LoggerFactory.getLogger("fr.ecolhuma.etreprof.recompute");
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.clear();
        appender.list = lines;
        appender.start();
        // a command that ran in this JVM may have raised it
        recompute.setLevel(Level.INFO);
        recompute.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        recompute.detachAppender(appender);
        recompute.setLevel(null);
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    private void assertOneLine(Level level, String pattern) {
        assertThat(lines).hasSize(1);
        ILoggingEvent line = lines.getFirst();
        assertThat(line.getLevel()).isEqualTo(level);
        assertThat(line.getFormattedMessage()).matches("recompute [0-9a-f-]{36} " + pattern);
        assertThat(line.getThrowableProxy()).as("no stack trace").isNull();
    }

    /** The exports have 63 users and 21 contents, of which 60 and 20 are kept. */
    @Test
    void aGoodRunIsOneLineWithItsFigures() {
        String before = version();
        TestData.exports(EXPORTS, Map.of(400, 2, 401, 2));
        long events = ExportCounts.of(EXPORTS).rows();
        long lost = ExportCounts.of(EXPORTS).rejected().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        JsonNode run = calls().recompute().json();
        assertOneLine(
                Level.INFO,
                "by local published: version %s, previous %s, rows read %d, kept %d, rejected %d, columns not understood: .+, moved users 2, gates watched: .+, %d ms"
                        .formatted(
                                run.get("model_version").stringValue(),
                                before,
                                84 + events,
                                80 + events - lost,
                                4 + lost,
                                run.get("duration_ms").longValue()));
    }

    @Test
    void aDryRunSaysThatItsModelIsACandidate() {
        calls().send("POST", "/clusters/recompute?dry_run=true");
        assertOneLine(Level.INFO, "by local kept as a candidate: version .+ ms");
    }

    @Test
    void aMissingColumnIsAnErrorWithoutAStackTrace() throws IOException {
        Files.writeString(EXPORTS.resolve("users.csv"), "anciennete;id\n");
        Calls.problem(calls().recompute(), 422);
        assertOneLine(
                Level.ERROR,
                "failed after \\d+ ms: .*users.csv, line 1: required column 'json_niveau' is missing.*; the old model stays live");
    }

    @Test
    void aRefusedModelIsAWarningWithEveryRefusal() throws IOException {
        Path users = EXPORTS.resolve("users.csv");
        List<String> few = Files.readAllLines(users).stream()
                .filter(line -> !line.matches("4\\d\\d,.*"))
                .filter(line -> !line.matches("10[0-9],.*"))
                .toList();
        Files.write(users, few);
        Path contents = EXPORTS.resolve("contents.csv");
        Files.write(contents, Files.readAllLines(contents).subList(0, 8));
        JsonNode problem = Calls.problem(calls().recompute(), 422);
        assertOneLine(Level.WARN, "refused after \\d+ ms: the new model .+");
        List<String> refusing = problem.get("gates")
                .valueStream()
                .filter(gate -> gate.get("verdict").stringValue().equals("REFUSED"))
                .map(gate -> gate.get("gate").stringValue())
                .toList();
        assertThat(refusing).hasSizeGreaterThan(1).contains("rows_users");
        assertThat(lines.getFirst().getFormattedMessage())
                .contains(refusing.stream().map(gate -> gate + ": found ").toList());
    }

    @Test
    void aCancelledRunIsAnInformation() throws InterruptedException {
        try (ExportHost.Hold hold = HOST.hold()) {
            String job = calls().recompute("Prefer", "respond-async").header("location");
            hold.awaitRequest();
            assertThat(calls().send("DELETE", job).status()).isEqualTo(200);
        }
        assertOneLine(Level.INFO, "cancelled after \\d+ ms: " + Pattern.quote("cancelled by request"));
    }

    private String version() {
        return calls().get("/").json().get("model_version").stringValue();
    }
}
