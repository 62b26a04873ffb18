package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.features.count.EventViews.TimeForm;
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
    private final Map<Integer, Long> tallies = new HashMap<>();

    private EventCells(DuckDb engine) {
        this.engine = engine;
    }

    /** Counts the cells of the table of events, in which no row may have become one with another yet. */
    static EventCells count(DuckDb engine) {
        EventCells cells = new EventCells(engine);
        engine.query(Sql.text("cell_tallies"), row -> cells.tallies.put(row.getInt("cells"), row.getLong("row_count")));
        return cells;
    }

    /** How the column of times is written, if not as it was read: as numbers, where the whole of it is. */
    TimeForm timeForm() {
        EventColumn times = EventColumn.CREATED_AT;
        long filled = times.understood(tallies) + times.notUnderstood(tallies);
        if (filled > 0 && times.saying(tallies, EventColumn.SECONDS) == filled) {
            return TimeForm.SECONDS;
        }
        return filled > 0 && times.saying(tallies, EventColumn.MILLISECONDS) == filled
                ? TimeForm.MILLISECONDS
                : TimeForm.TEXT;
    }

    /** The accounts of the columns that the file has. */
    List<ColumnAccount> accounts(String file, List<String> names, TimeForm form, EventLines lines) {
        Map<EventColumn, List<Sample>> samples = samples();
        Set<Long> wanted = new HashSet<>();
        samples.values().forEach(found -> found.forEach(sample -> wanted.add(sample.row())));
        Map<Long, Long> lineOf = lines.lines(wanted);
        return Arrays.stream(EventColumn.values())
                .filter(column -> names.contains(column.column()))
                .map(column -> account(
                        file,
                        column,
                        form,
                        samples.getOrDefault(column, List.of()).stream()
                                .map(sample -> example(column, sample, lineOf))
                                .toList()))
                .toList();
    }

    private ColumnAccount account(
            String file, EventColumn column, TimeForm form, List<ColumnAccount.Example> examples) {
        long understood = column.understood(tallies);
        long notUnderstood = column.notUnderstood(tallies);
        return new ColumnAccount(
                "events",
                file,
                column.column(),
                understood + notUnderstood,
                column.nulls(tallies),
                understood,
                notUnderstood,
                column == EventColumn.CREATED_AT ? form.written() : ColumnAccount.USUAL,
                examples);
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
                .filter(column -> column.notUnderstood(tallies) > 0)
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
        return Math.min(ColumnAccount.EXAMPLES, column.notUnderstood(tallies));
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
                    row -> samples.add(new Sample(row.getLong("row_number"), row.getString("cell"))));
            found.put(column, samples);
        }
        engine.run("DROP TABLE cell_samples");
    }
}
