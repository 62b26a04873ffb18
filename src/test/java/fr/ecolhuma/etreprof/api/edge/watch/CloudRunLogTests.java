package fr.ecolhuma.etreprof.api.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields are those that Cloud Logging's documentation names. */
class CloudRunLogTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final MockEnvironment environment = new MockEnvironment();

    private JsonNode line(ILoggingEvent event) {
        String line = new CloudRunLog(environment).format(event);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        return JsonMapper.shared().readTree(line);
    }

    private static LoggingEvent event(Level level, String message, Throwable cause) {
        return event(level, message, cause, Map.of());
    }

    private static LoggingEvent event(Level level, String message, Throwable cause, Map<String, String> context) {
        LoggingEvent event =
                new LoggingEvent("", new LoggerContext().getLogger("some.place"), level, message, cause, null);
        event.setMDCPropertyMap(context);
        return event;
    }

    @Test
    void aLineHasSeverityTimeAndMessage() {
        JsonNode line = line(event(Level.WARN, "a \"quoted\"\nmessage", null));
        assertThat(line.get("severity").stringValue()).isEqualTo("WARNING");
        assertThat(line.get("message").stringValue()).isEqualTo("a \"quoted\"\nmessage");
        assertThat(line.get("time").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(line.has("logging.googleapis.com/trace")).isFalse();
    }

    @Test
    void aFailureHasItsStackInTheMessage() {
        JsonNode line = line(event(Level.ERROR, "it failed", new IllegalStateException("because")));
        assertThat(line.get("severity").stringValue()).isEqualTo("ERROR");
        assertThat(line.get("message").stringValue())
                .startsWith("it failed\njava.lang.IllegalStateException: because")
                .contains("\tat ");
    }

    @Test
    void aTraceIsNamedInItsProject() {
        LoggingEvent event = event(Level.INFO, "in a request", null, Map.of("trace", TRACE));
        assertThat(line(event).get("logging.googleapis.com/trace").stringValue())
                .isEqualTo(TRACE);
        environment.setProperty("etreprof.watch.cloud-project", "ecolhuma");
        assertThat(line(event).get("logging.googleapis.com/trace").stringValue())
                .isEqualTo("projects/ecolhuma/traces/" + TRACE);
    }

    @Test
    void theKeyThatIsBorneIsNamed() {
        LoggingEvent event = event(Level.INFO, "in a request", null, Map.of("caller", "web"));
        assertThat(line(event).get("caller").stringValue()).isEqualTo("web");
        assertThat(line(event(Level.INFO, "without a key", null)).has("caller")).isFalse();
    }

    @Test
    void aRequestIsToldByItsRouteWithoutWhoAsked() {
        JsonNode request = requestLines(new RequestEnd(
                        "GET", "/user/{user_id}/profile", 404, "none", TimeUnit.MICROSECONDS.toNanos(1500), 321, null))
                .getFirst()
                .get("httpRequest");
        assertThat(request).isEqualTo(JsonMapper.shared().readTree("""
                        {"requestMethod": "GET", "requestUrl": "/user/{user_id}/profile", "status": 404,
                         "responseSize": "321", "latency": "0.001500s"}"""));
    }

    @Test
    void aProbeIsToldOfOnlyWhenItFails() {
        assertThat(requestLines(new RequestEnd("GET", "/readyz", 200, "none", 1, 1, null)))
                .isEmpty();
        assertThat(requestLines(new RequestEnd("GET", "/readyz", 503, "none", 1, 1, null)))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.get("severity").stringValue()).isEqualTo("ERROR"));
    }

    @ParameterizedTest
    @CsvSource({"200, INFO", "404, INFO", "429, INFO", "500, ERROR", "501, INFO", "503, ERROR", "505, INFO"})
    void onlyAFailureOfTheServiceIsAnError(int status, String severity) {
        assertThat(requestLines(new RequestEnd("GET", "/clusters", status, "none", 1, 1, null)))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.get("severity").stringValue()).isEqualTo(severity));
    }

    private List<JsonNode> requestLines(RequestEnd end) {
        Logger logger = (Logger) LoggerFactory.getLogger("requests");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            new RequestLines().accept(end);
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(this::line).toList();
    }
}
