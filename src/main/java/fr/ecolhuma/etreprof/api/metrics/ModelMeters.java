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
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
        Rows info = rows(registry, "etreprof.model.info", "1 for the version that is served");
        Rows cells = rows(
                registry,
                "etreprof.export.cells",
                "Cells of the exports behind the model, by column and by whether they were understood");
        Rows read = rows(registry, "etreprof.export.rows", "Rows of the exports behind the model, kept and rejected");
        // a tag cannot change, so a version that goes live gets a row in place of that of the version before
        current.listen(now -> {
            info.show(Map.of(Tags.of("version", now.version()), 1));
            cells.show(cells(now.model().provenance()));
            read.show(rows(now.model().provenance()));
        });
    }

    /**
     * Gauges of one name, by tags. One that stays is not registered again: a scrape at that moment would find it twice and
     * fail.
     */
    private static final class Rows {

        private final MultiGauge gauge;
        private volatile Map<Tags, Number> shown = Map.of();

        Rows(MultiGauge gauge) {
            this.gauge = gauge;
        }

        void show(Map<Tags, Number> figures) {
            shown = figures;
            gauge.register(
                    figures.keySet().stream()
                            .map(tags -> MultiGauge.Row.of(tags, () -> figure(tags)))
                            .toList(),
                    false);
        }

        private Number figure(Tags tags) {
            return shown.getOrDefault(tags, Double.NaN);
        }
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Snapshot> figure) {
        Gauge.builder(name, () -> current.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private static Rows rows(MeterRegistry registry, String name, String description) {
        return new Rows(MultiGauge.builder(name).description(description).register(registry));
    }

    private static Map<Tags, Number> rows(Provenance provenance) {
        Map<Tags, Number> rows = new HashMap<>();
        provenance.rows().byExport().forEach((export, account) -> {
            rows.put(Tags.of("export", export, "reason", "kept"), account.kept());
            account.rejected()
                    .forEach((reason, rejection) ->
                            rows.put(Tags.of("export", export, "reason", reason), rejection.rows()));
        });
        return rows;
    }

    private static Map<Tags, Number> cells(Provenance provenance) {
        Map<Tags, Number> cells = new HashMap<>();
        for (ColumnAccount column : provenance.columns()) {
            cells.put(tags(column, "understood"), column.understood());
            cells.put(tags(column, "not_understood"), column.notUnderstood());
            cells.put(tags(column, "null"), column.nulls());
        }
        return cells;
    }

    private static Tags tags(ColumnAccount column, String reading) {
        return Tags.of("export", column.export(), "column", column.column(), "reading", reading);
    }

    private double age(Snapshot snapshot) {
        return Duration.between(snapshot.model().provenance().asOf().toInstant(ZoneOffset.UTC), clock.instant())
                .toSeconds();
    }
}
