package fr.ecolhuma.etreprof.snapshot.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelHistoryTests {

    @TempDir
    Path models;

    private static ModelHistory.Entry entry(String at, String version) {
        return new ModelHistory.Entry(
                Instant.parse(at), version, null, ModelHistory.Action.PUBLISHED, "test", false, 12L, "e", null);
    }

    @Test
    void whatWasLiveWhenIsKept() {
        ModelHistory history = new ModelHistory(models);
        assertThat(history.entries()).isEmpty();
        assertThat(history.at(Instant.parse("2025-01-01T00:00:00Z"))).isEmpty();
        ModelHistory.Entry first = entry("2025-07-01T10:00:00Z", "20250630-000000000001");
        ModelHistory.Entry second = entry("2025-07-08T10:00:00Z", "20250707-000000000002");
        history.append(first);
        history.append(second);
        assertThat(new ModelHistory(models).entries()).containsExactly(first, second);
        assertThat(history.at(Instant.parse("2025-07-01T09:59:59Z"))).isEmpty();
        assertThat(history.at(Instant.parse("2025-07-01T10:00:00Z"))).hasValue(first);
        assertThat(history.at(Instant.parse("2025-07-08T09:00:00Z"))).hasValue(first);
        assertThat(history.at(Instant.parse("2026-01-01T00:00:00Z"))).hasValue(second);
    }

    @Test
    void aTornLineIsPassedOverAndWhatComesAfterIsKept() throws IOException {
        ModelHistory history = new ModelHistory(models);
        ModelHistory.Entry first = entry("2025-07-01T10:00:00Z", "20250630-000000000001");
        history.append(first);
        Files.writeString(models.resolve("history.jsonl"), "{\"at\":\"2025-07-0", StandardOpenOption.APPEND);
        assertThat(history.entries()).containsExactly(first);
        ModelHistory.Entry next = entry("2025-07-08T10:00:00Z", "20250707-000000000002");
        history.append(next);
        assertThat(history.entries()).containsExactly(first, next);
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() {
        ModelHistory history = new ModelHistory(models.resolve("gone"));
        assertThatThrownBy(() -> history.append(entry("2025-07-01T10:00:00Z", "20250630-000000000001")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("the models' history cannot be written");
    }
}
