package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.classification.serving.Abstention;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the texts that got a theme, and those that got none, by the reason. */
@Component
final class Verdicts {

    private final Counter answered;
    private final Map<Abstention, Counter> abstained = new EnumMap<>(Abstention.class);

    Verdicts(MeterRegistry registry) {
        answered = counter(registry, "theme");
        Arrays.stream(Abstention.values())
                .forEach(reason ->
                        abstained.put(reason, counter(registry, reason.code().replace(' ', '_'))));
    }

    private static Counter counter(MeterRegistry registry, String verdict) {
        return Counter.builder("etreprof.classifications")
                .description("Texts classified, by whether they got a theme or the reason why not")
                .tag("verdict", verdict)
                .register(registry);
    }

    /** @param reason why the text got no theme; null if it got one */
    void count(@Nullable Abstention reason) {
        Counter abstention = reason == null ? null : abstained.get(reason);
        (abstention == null ? answered : abstention).increment();
    }
}
