package fr.ecolhuma.etreprof.api.metrics;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.jobs.JobEnded;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.jobs.ScheduleSettings;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the ends of runs and the refusals of gates, times the stages, and tells the last run and the next. */
@Component
final class RunMeters {

    private static final double MILLIS = 1_000;

    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry, ModelHistory history, ScheduleSettings schedule, Clock clock) {
        this.registry = registry;
        Arrays.stream(JobState.Code.values()).filter(JobState.Code::isOver).forEach(this::runs);
        Arrays.stream(Progress.Stage.values())
                .filter(stage -> stage != Progress.Stage.DONE)
                .forEach(this::stage);
        instant(
                "etreprof.recompute.last.success.seconds",
                "When a recompute last published a model, in seconds since 1970",
                () -> lastSuccess(history));
        instant(
                "etreprof.recompute.next.seconds",
                "When the next scheduled recompute begins, in seconds since 1970",
                () -> schedule.next(clock.instant()));
    }

    private void instant(String name, String description, Supplier<Optional<Instant>> when) {
        Gauge.builder(
                        name,
                        () -> when.get().map(at -> at.toEpochMilli() / MILLIS).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    /** Of any instance, and of the command line; NaN where the history cannot be read or has none. */
    private static Optional<Instant> lastSuccess(ModelHistory history) {
        try {
            return history.entries().stream()
                    .filter(entry -> entry.action() == ModelHistory.Action.PUBLISHED && entry.durationMs() != null)
                    .map(ModelHistory.Entry::at)
                    .reduce((earlier, later) -> later);
        } catch (SnapshotException _) {
            return Optional.empty();
        }
    }

    private Counter runs(JobState.Code state) {
        return Counter.builder("etreprof.recomputes")
                .description("Recomputes by their end")
                .tag("state", state.wire())
                .register(registry);
    }

    private Timer stage(Progress.Stage stage) {
        return Timer.builder("etreprof.recompute.stage")
                .description("The time of each stage of a recompute")
                .tag("stage", stage.code())
                .register(registry);
    }

    @EventListener
    void ended(JobEnded ended) {
        JobState state = ended.job().state();
        runs(state.code()).increment();
        ended.job().stageTimes().forEach((stage, time) -> stage(stage).record(time));
        if (state instanceof JobState.Rejected rejected) {
            rejected.findings().stream()
                    .filter(GateFinding::refuses)
                    .forEach(finding -> Counter.builder("etreprof.gate.refusals")
                            .description("Models that a gate has refused, by gate")
                            .tag("gate", finding.gate())
                            .register(registry)
                            .increment());
        }
    }
}
