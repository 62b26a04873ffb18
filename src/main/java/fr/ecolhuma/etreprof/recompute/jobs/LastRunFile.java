package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.snapshot.disk.SideFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code recompute.json} beside the versions: the state of the last run. */
public final class LastRunFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final SideFile file;

    public LastRunFile(Path models) {
        this.file = new SideFile(models.resolve("recompute.json"));
    }

    void write(LastRun run) {
        file.write(MAPPER.writeValueAsString(run) + "\n");
    }

    Optional<LastRun> read() {
        return file.read().flatMap(LastRunFile::parse);
    }

    private static Optional<LastRun> parse(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, LastRun.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Marks a run as failed that is running by its file when the service starts: it was stopped with the service. */
    void closeInterrupted(Instant now) {
        read().filter(run -> run.state() == JobState.Code.RUNNING).ifPresent(run -> write(run.interrupted(now)));
    }
}
