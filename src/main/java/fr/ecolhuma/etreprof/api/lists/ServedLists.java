package fr.ecolhuma.etreprof.api.lists;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts personal lists by the rung that they rest on. */
@Component
public final class ServedLists {

    private final MeterRegistry registry;
    private final Map<String, Counter> byRung = new ConcurrentHashMap<>();

    ServedLists(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A list has been made or given again.
     *
     * @param rung the code of a {@link fr.ecolhuma.etreprof.recommendation.list.Rung}
     */
    public void count(String rung) {
        byRung.computeIfAbsent(rung, this::counter).increment();
    }

    private Counter counter(String rung) {
        return Counter.builder("etreprof.lists")
                .description("Personal lists by what they rest on")
                .tag("rung", rung)
                .register(registry);
    }
}
