package fr.ecolhuma.etreprof.api.edge.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import fr.ecolhuma.etreprof.api.edge.access.Callers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * Writes one JSON object per line, in the fields that <a
 * href="https://cloud.google.com/logging/docs/structured-logging">Cloud Logging</a> knows: severity, message, time,
 * trace.
 */
final class CloudRunLog implements StructuredLogFormatter<ILoggingEvent> {

    private static final String TRACE = "logging.googleapis.com/trace";

    private final String traces;
    private final ThrowableProxyConverter stack = new ThrowableProxyConverter();
    private final JsonWriter<ILoggingEvent> writer;

    CloudRunLog(Environment environment) {
        String project = environment.getProperty("etreprof.watch.cloud-project", "");
        traces = project.isEmpty() ? "" : "projects/%s/traces/".formatted(project);
        stack.start();
        writer = JsonWriter.<ILoggingEvent>of(this::members).withNewLineAtEnd();
    }

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    private void members(JsonWriter.Members<ILoggingEvent> members) {
        members.add("severity", event -> severity(event.getLevel()));
        members.add("time", event -> event.getInstant().toString());
        members.add("message", this::message);
        members.add("logger", ILoggingEvent::getLoggerName);
        members.add("thread", ILoggingEvent::getThreadName);
        members.add(TRACE, this::trace).whenNotNull();
        members.add(Callers.NAME, event -> event.getMDCPropertyMap().get(Callers.NAME))
                .whenNotNull();
        members.from(CloudRunLog::keyValues)
                .whenNotNull()
                .usingPairs((pairs, add) -> pairs.forEach(pair -> add.accept(pair.key, pair.value)));
    }

    /** The message with the stack after it, where Error Reporting looks for it. */
    private String message(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? event.getFormattedMessage()
                : event.getFormattedMessage() + "\n" + stack.convert(event);
    }

    private @Nullable String trace(ILoggingEvent event) {
        String trace = event.getMDCPropertyMap().get(RequestWatch.TRACE);
        return trace == null ? null : traces + trace;
    }

    private static @Nullable List<KeyValuePair> keyValues(ILoggingEvent event) {
        return event.getKeyValuePairs();
    }

    private static String severity(Level level) {
        return Objects.requireNonNull(Map.of(
                        Level.TRACE, "DEBUG",
                        Level.DEBUG, "DEBUG",
                        Level.INFO, "INFO",
                        Level.WARN, "WARNING",
                        Level.ERROR, "ERROR")
                .getOrDefault(level, "DEFAULT"));
    }
}
