package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.features.engine.EventTypes;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The queries of one table of events. Each is one statement that reads and counts: what other engines keep as a table stands
 * before it as a named query, so that the right to read is enough.
 *
 * @param table of the events
 * @param years those that events may be in
 * @param form how the column of times is written
 */
record EventQueries(WarehouseTable table, Years years, TimeForm form) {

    /** What the cells say, the latest event not later than an instant, and the rows that share an id. */
    String survey(long nowMicros) {
        return named()
                + CellSql.text("survey")
                        .replace("{cell_tallies}", Sql.text("counting/cell_tallies"))
                        .replace("{as_of}", Sql.text("counting/as_of", "now_us", nowMicros))
                        .replace("{repeats}", Sql.text("counting/repeats"));
    }

    /** Tallies and uses. */
    String counts(long asOfMicros) {
        return named()
                + CellSql.text("counts")
                        .replace("{tallies}", Sql.text("counting/tallies", "as_of_us", asOfMicros))
                        .replace("{uses}", Sql.text("counting/uses", "as_of_us", asOfMicros));
    }

    /** The events of each user by week, month and year. */
    String windows(long asOfMicros) {
        return named() + Sql.text("counting/windows", "as_of_us", asOfMicros);
    }

    /** From the raw table to one row an event. */
    String named() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("raw_interactions", raw());
        for (String name :
                List.of("bare_interactions", "named_interactions", "valued_interactions", "read_interactions")) {
            queries.put(name, typed(name));
        }
        queries.put("typed_events", Sql.text("counting/typed_events"));
        queries.put("events", Sql.text("counting/events"));
        queries.put("repeated_ids", Sql.text("bigquery/repeated_ids"));
        queries.put("first_of_repeated", Sql.text("counting/first_of_repeated"));
        queries.put("counted_events", Sql.text("counting/counted_events"));
        return queries.entrySet().stream()
                .map(one ->
                        "%s AS (\n%s\n)".formatted(one.getKey(), one.getValue().strip()))
                .collect(Collectors.joining(",\n", "WITH ", "\n"));
    }

    private String raw() {
        String sql = CellSql.text("raw_interactions");
        for (String column : List.of("id", "user_id", "type", "content_type", "content_id", "created_at")) {
            sql = sql.replace('{' + column + '}', table.text(column));
        }
        return sql.replace("{table}", table.from());
    }

    private String typed(String name) {
        return CellSql.text(name)
                .replace("{event_stems}", EventTypes.cases(EventTypes.byStem()))
                .replace("{content_stems}", EventTypes.cases(EventTypes.contentsByStem()))
                .replace("{time}", time())
                .replace("{first_us}", String.valueOf(Micros.ofYear(years.first())))
                .replace("{last_us}", String.valueOf(Micros.ofYear(years.last() + 1) - 1));
    }

    private String time() {
        String number = Sql.text("bigquery/id").strip().replace("{cell}", "time_bare");
        return switch (form) {
            case TEXT -> Sql.text("bigquery/usual_time").strip();
            case SECONDS -> number + " * 1000000";
            case MILLISECONDS -> number + " * 1000";
        };
    }
}
