package fr.ecolhuma.etreprof.snapshot.disk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files of a version: indented, in snake case; every field must be known and present. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(unset -> JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(
                    Double.class, number -> number.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private Json() {}

    public static void write(Path file, Object value) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(value) + "\n", StandardCharsets.UTF_8);
    }

    public static <T> T read(Path file, Class<T> type) {
        String name = file.getFileName().toString();
        try {
            T value = MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
            if (value == null) {
                throw new SnapshotException("%s: found null; the version is broken".formatted(name));
            }
            return value;
        } catch (IOException _) {
            throw new SnapshotException("%s is missing or unreadable; the version is broken".formatted(name));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SnapshotException("%s, line %d: %s".formatted(name, line, reason(e.getCause())));
        }
    }

    /** Whether a file is JSON and has a field. */
    public static boolean has(Path file, String field) {
        try {
            return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8))
                    .has(field);
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : "found other JSON than expected; the version is broken";
    }
}
