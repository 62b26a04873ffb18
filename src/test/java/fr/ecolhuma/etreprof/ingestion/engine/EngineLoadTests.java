package fr.ecolhuma.etreprof.ingestion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLoadTests {

    @TempDir
    Path temporary;

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(temporary.resolve(name), "code");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void removesTheCopiesThatKilledProcessesHaveLeft() throws IOException {
        Path left = file("libduckdb_java12345.so", Duration.ofMinutes(11));
        Path young = file("libduckdb_java67890.so", Duration.ofMinutes(9));
        Path other = file("libother.so", Duration.ofDays(9));
        EngineLoad.removeRemains(temporary);
        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
        EngineLoad.removeRemains(temporary.resolve("nothing"));
    }
}
