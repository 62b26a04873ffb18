package fr.ecolhuma.etreprof.api.metrics;

import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gauges of the model being served: its version, its age, its size, the exports behind it. */
@Component
final class ModelMeters implements MeterBinder {

    private final CurrentSnapshot current;
    private final Clock clock;

    ModelMeters(CurrentSnapshot current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
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
        gauge(registry, "etreprof.model.age.seconds", "Time since the model's as-of instant", this::age);
        gauge(
                registry,
                "etreprof.export.columns.not.understood",
                "Columns of the exports behind the model with a cell that is not understood",
                one -> one.model().provenance().columns().stream()
                        .filter(column -> column.notUnderstood() > 0)
                        .count());
        MultiGauge info = rows(registry, "etreprof.model.info", "1 for the version that is served");
        MultiGauge cells = rows(
                registry,
                "etreprof.export.cells",
                "Cells of the exports behind the model, by column and by whether they were understood");
        MultiGauge read =
                rows(registry, "etreprof.export.rows", "Rows of the exports behind the model, kept and rejected");
        // a tag cannot change, so a version that goes live gets rows in place of those of the version before
        current.listen(now -> {
            info.register(List.of(MultiGauge.Row.of(Tags.of("version", now.version()), 1)), true);
            Provenance provenance = now.model().provenance();
            cells.register(
                    provenance.columns().stream().flatMap(ModelMeters::cells).toList(), true);
            read.register(rows(provenance), true);
        });
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Snapshot> figure) {
        Gauge.builder(name, () -> current.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private static MultiGauge rows(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static List<MultiGauge.Row<?>> rows(Provenance provenance) {
        Map<String, MultiGauge.Row<?>> rows = new LinkedHashMap<>();
        provenance.rows().byExport().forEach((export, account) -> {
            rows.put(export, MultiGauge.Row.of(Tags.of("export", export, "reason", "kept"), account.kept()));
            account.rejected()
                    .forEach((reason, rejection) -> rows.put(
                            export + reason,
                            MultiGauge.Row.of(Tags.of("export", export, "reason", reason), rejection.rows())));
        });
        return List.copyOf(rows.values());
    }

    private static Stream<MultiGauge.Row<?>> cells(ColumnAccount column) {
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
