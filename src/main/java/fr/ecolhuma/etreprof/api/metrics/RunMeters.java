package fr.ecolhuma.etreprof.api.metrics;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.jobs.JobEnded;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the ends of runs and the refusals of gates, and times the stages. */
@Component
final class RunMeters {

    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @EventListener
    void ended(JobEnded ended) {
        JobState state = ended.job().state();
        registry.counter("etreprof.recomputes", "state", state.code().wire()).increment();
        ended.job()
                .stageTimes()
                .forEach((stage, time) -> registry.timer("etreprof.recompute.stage", "stage", stage.code())
                        .record(time));
        if (state instanceof JobState.Rejected rejected) {
            rejected.findings().stream()
                    .filter(GateFinding::refuses)
                    .forEach(finding -> registry.counter("etreprof.gate.refusals", "gate", finding.gate())
                            .increment());
        }
    }
}
