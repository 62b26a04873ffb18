package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.recommendation.list.Rung;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts personal lists by rung. */
@Component
public final class ServedLists {

    private final MeterRegistry registry;
    private final Map<String, Counter> byRung = new ConcurrentHashMap<>();

    ServedLists(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Rung.values()).forEach(rung -> byRung.put(rung.code(), counter(rung.code())));
    }

    /**
     * Counts a list that is made, or answered again from memory.
     *
     * @param rung the code of a {@link Rung}
     */
    public void count(String rung) {
        byRung.computeIfAbsent(rung, this::counter).increment();
    }

    private Counter counter(String rung) {
        return Counter.builder("etreprof.lists")
                .description("Personal lists by the rung that they rest on")
                .tag("rung", rung)
                .register(registry);
    }
}
