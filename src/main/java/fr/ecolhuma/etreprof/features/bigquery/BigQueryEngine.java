package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventAccount;
import fr.ecolhuma.etreprof.features.engine.EventColumn;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.NeededColumns;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the events of a table of BigQuery there. A table has no lines, and so there are none of rows that do not count. */
public final class BigQueryEngine implements EventEngine {

    private final WarehouseTable table;

    /** An engine for one table. */
    public BigQueryEngine(WarehouseTable table) {
        this.table = table;
    }

    @Override
    public EventCounts count(DuckDb tables, CountRequest request) {
        EventQueries queries = new EventQueries(table, request.years(), TimeForm.TEXT);
        long now = Micros.of(request.present());
        Survey survey = Survey.of(table, queries.survey(now));
        TimeForm form = survey.cells().timeForm();
        if (form != TimeForm.TEXT) {
            queries = new EventQueries(table, request.years(), form);
            survey = Survey.of(table, queries.survey(now));
        }
        List<ColumnAccount> columns = columns(survey, form);
        NeededColumns.require(columns);
        LocalDateTime asOf = request.asOf(survey.latest());
        fill(tables, request, queries, survey, Micros.of(asOf));
        String digest = TableDigest.of(table, survey, asOf);
        return new EventCounts(
                "BigQuery",
                asOf,
                account(survey),
                columns,
                () -> new TreeMap<>(Map.of(table.role(), digest)),
                counts -> Map.of());
    }

    private List<ColumnAccount> columns(Survey survey, TimeForm form) {
        if (survey.rows() == 0) {
            throw ExportException.nothingKept(new RowAccount(table.name(), 0, 0, new TreeMap<>()), "event can be read");
        }
        return Arrays.stream(EventColumn.values())
                .filter(column -> table.columns().contains(column.column()))
                .map(column -> survey.cells().account(table.name(), column, form, List.of()))
                .toList();
    }

    /** Queries of a view may see its tables at different moments. */
    private void fill(DuckDb tables, CountRequest request, EventQueries queries, Survey survey, long asOf) {
        long tallied = CountedRows.counts(tables, table, queries.counts(asOf));
        if (tallied != survey.rows() - survey.repeats()) {
            throw table.changed();
        }
        if (request.windows()) {
            CountedRows.windows(tables, table, queries.windows(asOf));
        }
    }

    private EventAccount account(Survey survey) {
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        if (survey.repeats() > 0) {
            rejected.put("duplicate", new RowAccount.Rejection(survey.repeats(), List.of()));
        }
        return new EventAccount(table.name(), survey.rows(), rejected);
    }
}
