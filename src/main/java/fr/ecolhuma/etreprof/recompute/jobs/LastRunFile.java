package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.snapshot.disk.StateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** {@code recompute.json} beside the versions: the state of the last run. */
public final class LastRunFile {

    private final StateFile<LastRun> file;

    public LastRunFile(Path models) {
        this.file = new StateFile<>(models.resolve("recompute.json"), LastRun.class);
    }

    void write(LastRun run) {
        file.write(run);
    }

    Optional<LastRun> read() {
        return file.read();
    }

    /** Marks a run as failed that is running by its file when the service starts: it was stopped with the service. */
    void closeInterrupted(Instant now) {
        read().filter(run -> !run.state().isOver()).ifPresent(run -> write(run.interrupted(now)));
    }
}
