package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The duration of each stage of a run. */
final class StageTimes {

    private final Map<Progress.Stage, Duration> times = new EnumMap<>(Progress.Stage.class);
    private Progress.@Nullable Stage stage;
    private long since;

    /**
     * Ends the running stage.
     *
     * @param next the one that begins, or null when the run is over
     * @param now in nanoseconds of any clock that never goes back
     */
    synchronized void begin(Progress.@Nullable Stage next, long now) {
        if (stage != null && stage != Progress.Stage.DONE) {
            times.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        }
        stage = next;
        since = now;
    }

    /** The time since the running stage began; zero if there is none. */
    synchronized Duration elapsed(long now) {
        return stage == null ? Duration.ZERO : Duration.ofNanos(now - since);
    }

    /** Takes over the times of a run of earlier. */
    synchronized void restore(Map<Progress.Stage, Duration> earlier) {
        times.putAll(earlier);
    }

    /** The durations of the completed stages. */
    synchronized Map<Progress.Stage, Duration> byStage() {
        return Map.copyOf(times);
    }
}
