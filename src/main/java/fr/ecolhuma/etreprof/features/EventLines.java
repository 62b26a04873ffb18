package fr.ecolhuma.etreprof.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells where rejected rows of the events' export stand.
 *
 * <p>Rows are counted in bulk, without their numbers; only the first rows are read again to find the first lines of each
 * reason, and the whole file only for a reason that none of them has.
 */
final class EventLines {

    private static final long FIRST_ROWS = 500_000;
    private static final String UNTERMINATED = "unterminated";

    private final List<Long> malformed;
    private final long malformedRows;

    private EventLines(List<Long> malformed, long malformedRows) {
        this.malformed = malformed;
        this.malformedRows = malformedRows;
    }

    /** What the engine could not split into cells; a quote that is never closed would swallow rows, so it refuses the file. */
    static EventLines ofMalformed(DuckDb engine, ExportFile file) {
        if (file.format() == ExportFile.Format.PARQUET) {
            return new EventLines(List.of(), 0);
        }
        List<Long> lines = new ArrayList<>();
        long[] rows = {0};
        engine.query(DuckDb.sql("duckdb/malformed"), row -> {
            if (row.getString("message").toLowerCase(java.util.Locale.ROOT).contains(UNTERMINATED)) {
                throw new ExportException("%s, line %d, column %s: a quote is not closed; expected RFC 4180 quoting"
                        .formatted(file.name(), row.getLong("line"), row.getString("column_name")));
            }
            rows[0]++;
            if (lines.size() < RowAccount.Rejection.LINES) {
                lines.add(row.getLong("line"));
            }
        });
        return new EventLines(lines, rows[0]);
    }

    RowAccount account(DuckDb engine, ExportFile file) {
        Map<String, Long> counts = new TreeMap<>();
        engine.query(DuckDb.sql("accounting"), row -> counts.put(row.getString("reason"), row.getLong("row_count")));
        engine.query("SELECT surplus FROM repeats", row -> counts.put("duplicate", row.getLong(1)));
        Long kept = counts.remove("kept");
        counts.values().removeIf(count -> count == 0);
        Map<String, List<Long>> lines = lines(engine, counts);
        TreeMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        counts.forEach((reason, count) ->
                rejected.put(reason, new RowAccount.Rejection(count, lines.getOrDefault(reason, List.of()))));
        if (malformedRows > 0) {
            rejected.put("malformed", new RowAccount.Rejection(malformedRows, malformed));
        }
        long left =
                rejected.values().stream().mapToLong(RowAccount.Rejection::rows).sum();
        long used = kept == null ? 0 : kept;
        return new RowAccount(file.name(), used + left, used, rejected);
    }

    private Map<String, List<Long>> lines(DuckDb engine, Map<String, Long> counts) {
        Map<String, List<Long>> found = new HashMap<>();
        if (counts.isEmpty()) {
            return found;
        }
        read(engine, "LIMIT " + FIRST_ROWS, found);
        if (!found.keySet().containsAll(counts.keySet())) {
            found.clear();
            read(engine, "", found);
        }
        return found;
    }

    private void read(DuckDb engine, String limit, Map<String, List<Long>> found) {
        engine.run("SET preserve_insertion_order = true");
        engine.run(DuckDb.sql("duckdb/numbered_events").replace("{limit}", limit));
        String judged = DuckDb.sql("judged").replace("{events}", "numbered_events");
        engine.query(
                DuckDb.sql("first_lines").replace("{judged}", judged),
                row -> found.computeIfAbsent(row.getString("reason"), unseen -> new ArrayList<>())
                        .add(line(row.getLong("row_number"))));
        engine.run("DROP TABLE numbered_events");
        engine.run("SET preserve_insertion_order = false");
    }

    /** The line of a readable row: the header and the malformed rows before it count too. */
    private long line(long rowNumber) {
        long line = rowNumber + 1;
        for (long before : malformed) {
            if (before <= line) {
                line++;
            }
        }
        return line;
    }
}
