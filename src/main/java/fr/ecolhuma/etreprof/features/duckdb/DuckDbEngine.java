package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventAccount;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.source.InputFiles;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The default engine: reads a file of events into the database of the tables, and counts there. */
public final class DuckDbEngine implements EventEngine {

    private final ExportFile file;
    private final Supplier<String> digest;

    /**
     * An engine for one export.
     *
     * @param digest waits for the export's SHA-256
     */
    public DuckDbEngine(ExportFile file, Supplier<String> digest) {
        this.file = file;
        this.digest = digest;
    }

    @Override
    public EventCounts count(DuckDb tables, CountRequest request) {
        return InputFiles.guarded(file, () -> counted(tables, request));
    }

    private EventCounts counted(DuckDb tables, CountRequest request) {
        EventRows rows = EventRows.load(tables, file, request.years());
        long repeats = countOnce(tables);
        LocalDateTime asOf = request.asOf(latest(tables, request));
        for (String table : request.windows() ? List.of("tallies", "uses", "windows") : List.of("tallies", "uses")) {
            tables.run("INSERT INTO " + table + " " + Sql.text("counting/" + table, "as_of_us", Micros.of(asOf)));
        }
        EventLines lines = new EventLines(tables, rows.numbers(), asOf);
        return new EventCounts(
                "DuckDB " + tables.version(),
                asOf,
                account(rows, repeats),
                rows.columns(),
                () -> new TreeMap<>(Map.of(file.role(), digest.get())),
                counts -> InputFiles.guarded(file, () -> lines.of(counts)));
    }

    /** Makes rows that share an id one event; returns how many do not count for it. */
    private static long countOnce(DuckDb tables) {
        tables.run(Sql.text("duckdb/repeated_ids"));
        tables.run("CREATE TABLE first_of_repeated AS " + Sql.text("counting/first_of_repeated"));
        tables.run("CREATE VIEW counted_events AS " + Sql.text("counting/counted_events"));
        return tables.number(Sql.text("counting/repeats"));
    }

    /** The latest event not later than now, or null when there is none. */
    private static @Nullable LocalDateTime latest(DuckDb tables, CountRequest request) {
        List<LocalDateTime> found = new ArrayList<>();
        tables.query(Sql.text("counting/as_of", "now_us", Micros.of(request.present())), row -> {
            long micros = row.getLong(1);
            if (!row.wasNull()) {
                found.add(Micros.dateTime(micros));
            }
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    private EventAccount account(EventRows rows, long repeats) {
        SortedMap<String, RowAccount.Rejection> rejected =
                new TreeMap<>(rows.unsplit().rejected());
        if (repeats > 0) {
            rejected.put("duplicate", new RowAccount.Rejection(repeats, List.of()));
        }
        return new EventAccount(file.name(), rows.unsplit().rejectedRows() + rows.loaded(), rejected);
    }
}
