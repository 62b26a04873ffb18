package fr.ecolhuma.etreprof.api.metrics;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gauges of the model being served: its version, its age, its size. */
@Component
final class ModelMeters implements MeterBinder {

    private final ServedModel served;
    private final Clock clock;
    private volatile String version = "";

    ModelMeters(ServedModel served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MultiGauge info = MultiGauge.builder("etreprof.model.info")
                .description("1 for the version that is served")
                .register(registry);
        MultiGauge cells = MultiGauge.builder("etreprof.export.cells")
                .description("Cells of the exports behind the model, by column and by whether they were understood")
                .register(registry);
        gauge(
                registry,
                "etreprof.model.users",
                "Users in the model",
                one -> one.model().quality().users());
        gauge(
                registry,
                "etreprof.model.contents",
                "Contents in the model",
                one -> one.model().catalogue().size());
        gauge(registry, "etreprof.model.age.seconds", "Time since the model's as-of instant", one -> {
            rename(one, info, cells);
            return age(one);
        });
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Snapshot> figure) {
        Gauge.builder(name, () -> served.find().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    /** A tag cannot change, so a new version gets rows in place of the old one's, when figures are next read. */
    private void rename(Snapshot now, MultiGauge info, MultiGauge cells) {
        if (!version.equals(now.version())) {
            version = now.version();
            info.register(List.of(MultiGauge.Row.of(Tags.of("version", version), 1)), true);
            cells.register(
                    now.model().provenance().columns().stream()
                            .flatMap(ModelMeters::rows)
                            .toList(),
                    true);
        }
    }

    private static Stream<MultiGauge.Row<?>> rows(ColumnAccount column) {
        return Stream.of(
                row(column, "understood", column.understood()),
                row(column, "not_understood", column.notUnderstood()),
                row(column, "null", column.nulls()));
    }

    private static MultiGauge.Row<?> row(ColumnAccount column, String reading, long cells) {
        return MultiGauge.Row.of(
                Tags.of("export", column.export(), "column", column.column(), "reading", reading), cells);
    }

    private double age(Snapshot snapshot) {
        return Duration.between(snapshot.model().provenance().asOf().toInstant(ZoneOffset.UTC), clock.instant())
                .toSeconds();
    }
}
