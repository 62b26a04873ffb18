package fr.ecolhuma.etreprof.snapshot.disk;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file of the service's state. Whatever a crash, a copy or a newer version of the service has left in its place,
 * the service runs on: a file that cannot be read counts as absent, and the log names it.
 */
public final class StateFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path path;
    private final SideFile file;
    private final Class<T> type;
    private volatile FileState warned = FileState.NONE;

    /** A file that may not exist yet. */
    public StateFile(Path path, Class<T> type) {
        this.path = path;
        this.file = new SideFile(path);
        this.type = type;
    }

    /** A value as the one line that a file of this kind has. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /** The value of a line; empty, with a warning that names the line's place, if it cannot be read. */
    public static <T> Optional<T> parse(String line, Class<T> type, String place) {
        Optional<T> value = value(line, type);
        if (value.isEmpty()) {
            warn(place, line);
        }
        return value;
    }

    /**
     * Replaces its value.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void write(T value) {
        file.write(line(value));
    }

    /**
     * Removes it, if it exists.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void remove() {
        file.remove();
    }

    /** Its value; empty if it does not exist or cannot be read. */
    public Optional<T> read() {
        FileState now = FileState.of(path);
        if (now.equals(FileState.NONE)) {
            return Optional.empty();
        }
        String text = text();
        Optional<T> value = text == null ? Optional.empty() : value(text, type);
        if (value.isEmpty() && !now.equals(warned)) {
            warned = now;
            warn(name(), text);
        }
        return value;
    }

    private @Nullable String text() {
        try {
            return file.read().orElse(null);
        } catch (SnapshotException _) {
            return null;
        }
    }

    private String name() {
        Path folder = path.toAbsolutePath().getParent();
        return "%s/%s".formatted(folder == null ? "" : folder.getFileName(), path.getFileName());
    }

    private static <T> Optional<T> value(String text, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static void warn(String place, @Nullable String text) {
        LOG.warn(
                "{}: found {}, expected one JSON object as this version of the service writes it; it is skipped; restore it from a backup, or remove it to end this warning",
                place,
                found(text));
    }

    private static String found(@Nullable String text) {
        if (text == null) {
            return "no readable file";
        }
        return text.isBlank() ? "nothing" : text.strip().equals("null") ? "null" : "other text";
    }
}
