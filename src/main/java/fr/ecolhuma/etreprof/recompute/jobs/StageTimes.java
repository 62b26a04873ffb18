package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.training.Progress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each stage of a run took. */
final class StageTimes {

    private final Map<Progress.Stage, Duration> times = new EnumMap<>(Progress.Stage.class);
    private Progress.@Nullable Stage stage;
    private long since;

    /**
     * The stage at work is over.
     *
     * @param next the one that begins, or null when the run is over
     * @param now in nanoseconds of any clock that only goes on
     */
    synchronized void begin(Progress.@Nullable Stage next, long now) {
        if (stage != null && stage != Progress.Stage.DONE) {
            times.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        }
        stage = next;
        since = now;
    }

    /** By stage; those that were not begun, or are not over, are not there. */
    synchronized Map<Progress.Stage, Duration> byStage() {
        return Map.copyOf(times);
    }
}
