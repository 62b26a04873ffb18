package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.time.Duration;
import java.util.Map;

/**
 * The share of each stage in a run, by the times of an earlier one.
 *
 * @param before the durations of its stages; empty if there is none
 */
record StageShares(Map<Progress.Stage, Duration> before) {

    private static final int MOST = 99;
    private static final double ALL = 100;

    StageShares {
        before = Map.copyOf(before);
    }

    /**
     * The progress of a run, 0 to 99.
     *
     * @param elapsed in the stage
     */
    int percent(Progress.Stage stage, Duration elapsed) {
        Duration all = before.values().stream().reduce(Duration.ZERO, Duration::plus);
        if (all.isZero()) {
            return Math.min(MOST, stage.percent());
        }
        Duration longest = before.getOrDefault(stage, Duration.ZERO);
        Duration done = before.entrySet().stream()
                .filter(other -> other.getKey().compareTo(stage) < 0)
                .map(Map.Entry::getValue)
                .reduce(elapsed.compareTo(longest) < 0 ? elapsed : longest, Duration::plus);
        return (int) Math.min(MOST, ALL * done.toNanos() / all.toNanos());
    }
}
