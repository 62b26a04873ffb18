package fr.ecolhuma.etreprof.api.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.api.GuardedService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A line a request tells the route, the key's name and the trace, and nothing of whom was asked about. */
class RequestLogTests extends GuardedService {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        appender.list = lines;
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(appender);
    }

    private ILoggingEvent line(String start) throws InterruptedException {
        BooleanSupplier told =
                () -> lines.stream().anyMatch(line -> line.getFormattedMessage().startsWith(start));
        for (int i = 0; i < 200 && !told.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        return lines.stream()
                .filter(line -> line.getFormattedMessage().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line starts with " + start));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user/4190424242/profile, GET /user/{user_id}/profile 404",
        "GET, /user/26/profile, GET /user/{user_id}/profile 200",
        "GET, /user/26/recommendations, GET /user/{user_id}/recommendations 200",
        "DELETE, /user/4190424242, DELETE other 403",
        "GET, /user/jeanne.dupont@example.org/profile, GET /user/{user_id}/profile 400",
        "GET, /user/26/profile?_secret=4190424242, GET /user/{user_id}/profile 200",
        "GET, /user/26/profile?4190424242=dupont, GET /user/{user_id}/profile 400"
    })
    void aReaderIsNamedAndTheUserIsNot(String method, String path, String start) throws InterruptedException {
        as("reader", method, path);
        assertThat(line(start).getMDCPropertyMap()).containsEntry("caller", "web");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                        .doesNotContain("4190424242", "dupont", "/26", "203.0.113.7", "r1"));
    }

    @Test
    void whoHasNoKeyHasNoName() throws InterruptedException {
        as("anonymous", "GET", "/clusters");
        assertThat(line("GET /clusters 200").getMDCPropertyMap()).doesNotContainKey("caller");
    }

    @ParameterizedTest
    @CsvSource({"/clusters", "/user/26/profile", "/model/classifier"})
    void aLineNamesItsTrace(String path) throws InterruptedException {
        calls().get(path, "traceparent", PARENT, "Authorization", "Bearer r1");
        assertThat(line("GET /").getMDCPropertyMap()).containsEntry("trace", TRACE);
        lines.clear();
        calls().get(path, "Authorization", "Bearer r1");
        assertThat(line("GET /").getMDCPropertyMap()).doesNotContainKey("trace");
    }

    @Test
    void googlesHeaderNamesItToo() throws InterruptedException {
        calls().send("POST", "/clusters/recompute/jobs/none", "X-Cloud-Trace-Context", TRACE + "/1;o=1");
        assertThat(line("POST other").getMDCPropertyMap()).containsEntry("trace", TRACE);
    }
}
