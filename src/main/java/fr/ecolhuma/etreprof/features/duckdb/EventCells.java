package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.CellTallies;
import fr.ecolhuma.etreprof.features.engine.EventColumn;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cells of the events' export say, column by column. Counts are those of all rows that can be split. */
final class EventCells {

    /** A row by its number, and what stands in one cell of it. */
    private record Sample(long row, String cell) {}

    private final DuckDb engine;
    private final CellTallies tallies;

    private EventCells(DuckDb engine, CellTallies tallies) {
        this.engine = engine;
        this.tallies = tallies;
    }

    /** Counts the cells of the table of events, in which no row may have become one with another yet. */
    static EventCells count(DuckDb engine) {
        Map<Integer, Long> rows = new HashMap<>();
        engine.query(Sql.text("counting/cell_tallies"), row -> rows.put(row.getInt("cells"), row.getLong("row_count")));
        return new EventCells(engine, new CellTallies(rows));
    }

    /** How the column of times is written. */
    TimeForm timeForm() {
        return tallies.timeForm();
    }

    /** The accounts of the columns that the file has. */
    List<ColumnAccount> accounts(String file, List<String> names, TimeForm form, LineNumbers numbers) {
        Map<EventColumn, List<Sample>> samples = samples();
        Set<Long> wanted = new HashSet<>();
        samples.values().forEach(found -> found.forEach(sample -> wanted.add(sample.row())));
        Map<Long, Long> lineOf = numbers.of(wanted);
        return Arrays.stream(EventColumn.values())
                .filter(column -> names.contains(column.column()))
                .map(column -> tallies.account(
                        file,
                        column,
                        form,
                        samples.getOrDefault(column, List.of()).stream()
                                .map(sample -> example(column, sample, lineOf))
                                .toList()))
                .toList();
    }

    private static ColumnAccount.Example example(EventColumn column, Sample sample, Map<Long, Long> lineOf) {
        long line = lineOf.getOrDefault(sample.row(), sample.row() + 1);
        return column.isPersonal()
                ? new ColumnAccount.Example(line, "")
                : ColumnAccount.Example.of(line, sample.cell());
    }

    /** The first rows are looked through, more where those do not have them, and all only for a column without any there. */
    private Map<EventColumn, List<Sample>> samples() {
        Map<EventColumn, List<Sample>> found = new EnumMap<>(EventColumn.class);
        List<EventColumn> troubled = Arrays.stream(EventColumn.values())
                .filter(column -> tallies.notUnderstood(column) > 0)
                .toList();
        for (String which : List.of("LIMIT " + EventLines.FIRST_ROWS, "LIMIT " + EventLines.MANY_ROWS, "")) {
            List<EventColumn> missing = troubled.stream()
                    .filter(column ->
                            found.getOrDefault(column, List.of()).size() < (which.isEmpty() ? 1 : enough(column)))
                    .toList();
            if (!missing.isEmpty()) {
                look(missing, which, found);
            }
        }
        return found;
    }

    private long enough(EventColumn column) {
        return Math.min(ColumnAccount.EXAMPLES, tallies.notUnderstood(column));
    }

    private void look(List<EventColumn> columns, String which, Map<EventColumn, List<Sample>> found) {
        String conditions = columns.stream().map(EventColumn::condition).collect(Collectors.joining(" OR "));
        engine.run(Sql.text("duckdb/cell_samples").replace("{which}", which).replace("{conditions}", conditions));
        for (EventColumn column : columns) {
            List<Sample> samples = new ArrayList<>();
            engine.query(
                    Sql.text("duckdb/cell_examples")
                            .replace("{text}", column.text())
                            .replace("{condition}", column.condition())
                            .replace("{most}", String.valueOf(ColumnAccount.EXAMPLES)),
                    row -> samples.add(new Sample(row.getLong("export_row"), row.getString("cell"))));
            found.put(column, samples);
        }
        engine.run("DROP TABLE cell_samples");
    }
}
