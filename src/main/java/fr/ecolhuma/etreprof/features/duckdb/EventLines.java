package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the lines of rejected rows in the events' export.
 *
 * <p>Rows are counted in bulk, without their numbers; only the first rows are read again to find the first of each
 * reason, more where those hold too few, and the whole file only for a reason that none of them has.
 */
final class EventLines {

    static final long FIRST_ROWS = 50_000;
    static final long MANY_ROWS = 500_000;

    private static final int FEW_IDS = 1_000;

    private final DuckDb engine;
    private final LineNumbers numbers;
    private final LocalDateTime asOf;

    EventLines(DuckDb engine, LineNumbers numbers, LocalDateTime asOf) {
        this.engine = engine;
        this.numbers = numbers;
        this.asOf = asOf;
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
        Map<String, List<Long>> rows = rows("LIMIT " + FIRST_ROWS, counts.keySet());
        if (!hold(rows, counts)) {
            rows = rows("LIMIT " + MANY_ROWS, counts.keySet());
        }
        Set<String> late = new TreeSet<>(counts.keySet());
        late.removeAll(rows.keySet());
        if (!late.isEmpty()) {
            rows.putAll(lateRows(late));
        }
        Set<Long> wanted = new HashSet<>();
        rows.values().forEach(wanted::addAll);
        Map<Long, Long> lines = numbers.of(wanted);
        rows.values().forEach(found -> found.replaceAll(number -> lines.getOrDefault(number, number + 1)));
        return rows;
    }

    /** Whether the first rows of each reason are among these. */
    private static boolean hold(Map<String, List<Long>> rows, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .allMatch(
                        reason -> rows.getOrDefault(reason.getKey(), List.of()).size()
                                >= Math.min(RowAccount.Rejection.LINES, reason.getValue()));
    }

    /** The first rows of some reasons in the whole file; where few rows have them, others need not be looked at. */
    private Map<String, List<Long>> lateRows(Set<String> reasons) {
        List<String> ids = ids(reasons);
        return rows(ids.size() > FEW_IDS ? "" : "WHERE id IN (%s)".formatted(String.join(", ", ids)), reasons);
    }

    /** No more than one more than there may be. */
    private List<String> ids(Set<String> reasons) {
        List<String> ids = new ArrayList<>();
        String sql = Sql.text("joining/ids_of_reasons")
                .replace("{judged}", judged("counted_events"))
                .replace("{reasons}", reasons.stream().map(DuckDb::quoted).collect(Collectors.joining(", ")))
                .replace("{most}", String.valueOf(FEW_IDS + 1));
        engine.query(sql, row -> ids.add(String.valueOf(row.getLong(1))));
        return ids;
    }

    private Map<String, List<Long>> rows(String which, Set<String> reasons) {
        Map<String, List<Long>> found = new HashMap<>();
        engine.run(Sql.text("duckdb/numbered_events").replace("{which}", which));
        engine.query(
                Sql.text("joining/first_lines")
                        .replace("{judged}", judged("numbered_events"))
                        .replace("{lines}", String.valueOf(RowAccount.Rejection.LINES)),
                row -> found.computeIfAbsent(row.getString("reason"), unseen -> new ArrayList<>())
                        .add(row.getLong("export_row")));
        engine.run("DROP TABLE numbered_events");
        found.keySet().retainAll(reasons);
        return found;
    }

    private String judged(String events) {
        return Sql.text("joining/judged", "as_of_us", Micros.of(asOf)).replace("{events}", events);
    }
}
