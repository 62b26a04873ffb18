package fr.ecolhuma.etreprof.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells where rejected rows of the events' export stand.
 *
 * <p>Rows are counted in bulk, without their numbers; only the first rows are read again to find the first of each
 * reason, more where those hold too few, and the whole file only for a reason that none of them has.
 */
final class EventLines {

    /** As many lines of a reason as {@code first_lines.sql} looks for. */
    private static final int LINES = 3;

    private static final long FIRST_ROWS = 50_000;
    private static final long MANY_ROWS = 500_000;

    private final DuckDb engine;
    private final ExportFile file;
    private final List<String> columns;

    EventLines(DuckDb engine, ExportFile file, List<String> columns) {
        this.engine = engine;
        this.file = file;
        this.columns = columns;
    }

    /**
     * The first lines of each reason.
     *
     * @param counts how many rows each has, at least 1
     */
    Map<String, List<Long>> of(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Long>> rows = rows("LIMIT " + FIRST_ROWS);
        if (!hold(rows, counts, LINES)) {
            rows = rows("LIMIT " + MANY_ROWS);
        }
        if (!hold(rows, counts, 1)) {
            rows = rows("");
        }
        rows.keySet().retainAll(counts.keySet());
        Map<Long, Long> lines = lines(rows);
        rows.values().forEach(numbers -> numbers.replaceAll(number -> lines.getOrDefault(number, number + 1)));
        return rows;
    }

    /** Whether there are so many rows of each reason, or all that it has. */
    private static boolean hold(Map<String, List<Long>> rows, Map<String, Long> counts, int lines) {
        return counts.entrySet().stream()
                .allMatch(reason ->
                        rows.getOrDefault(reason.getKey(), List.of()).size() >= Math.min(lines, reason.getValue()));
    }

    private Map<String, List<Long>> rows(String limit) {
        Map<String, List<Long>> found = new HashMap<>();
        engine.run(DuckDb.sql("duckdb/numbered_events").replace("{limit}", limit));
        String judged = DuckDb.sql("judged").replace("{events}", "numbered_events");
        engine.query(
                DuckDb.sql("first_lines").replace("{judged}", judged),
                row -> found.computeIfAbsent(row.getString("reason"), unseen -> new ArrayList<>())
                        .add(row.getLong("row_number")));
        engine.run("DROP TABLE numbered_events");
        return found;
    }

    /** Lines by row number: the rows that cannot be split have no number, and a row may take several lines. */
    private Map<Long, Long> lines(Map<String, List<Long>> rows) {
        Set<Long> wanted = new HashSet<>();
        rows.values().forEach(wanted::addAll);
        Map<Long, Long> lines = new HashMap<>();
        if (file.format() == ExportFile.Format.PARQUET) {
            wanted.forEach(number -> lines.put(number, number + 1));
            return lines;
        }
        try (RowScan scan = RowScan.open(file, columns)) {
            for (long number = 0; lines.size() < wanted.size() && scan.next(); ) {
                number += scan.defect() == null ? 1 : 0;
                if (scan.defect() == null && wanted.contains(number)) {
                    lines.put(number, scan.line());
                }
            }
        }
        return lines;
    }
}
