package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.ingestion.cell.ExpectedCells;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.RowScan;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of the events' export: brought into the engine, and accounted for in the end. */
final class EventRows {

    private final DuckDb engine;
    private final ExportFile file;
    private final EventLines lines;
    private final RowAccount unsplit;
    private final List<ColumnAccount> columns;

    private EventRows(
            DuckDb engine, ExportFile file, EventLines lines, RowAccount unsplit, List<ColumnAccount> columns) {
        this.engine = engine;
        this.file = file;
        this.lines = lines;
        this.unsplit = unsplit;
        this.columns = columns;
    }

    /**
     * Fills the table of events. A file whose rows are all whole is read once; the engine stops at the first row that is
     * not, and then the rows are judged one by one before those that are whole are read.
     *
     * @param years those that events may be in
     * @throws ExportException if the file is no CSV in UTF-8 or has no row that can be read
     */
    static EventRows load(DuckDb engine, ExportFile file, Years years) {
        InteractionSource source = InteractionSource.of(engine, file);
        EventLines lines = new EventLines(engine, file, source.names());
        EventViews.cells(engine);
        source.define();
        EventViews.define(engine, years, EventViews.TimeForm.TEXT);
        RowAccount unsplit = new RowTally(file.name()).account();
        try {
            engine.unordered(Sql.text("events"));
        } catch (EngineException e) {
            if (e.isShortOfRoom() || file.format() == ExportFile.Format.PARQUET) {
                throw e;
            }
            unsplit = loadWhole(engine, file, source);
        }
        if (loaded(engine) == 0) {
            throw ExportException.nothingKept(unsplit, "event can be read");
        }
        EventCells cells = EventCells.count(engine);
        EventViews.TimeForm form = cells.timeForm();
        if (form != EventViews.TimeForm.TEXT) {
            EventViews.define(engine, years, form);
            engine.unordered(Sql.text("events"));
            cells = EventCells.count(engine);
        }
        List<ColumnAccount> columns = cells.accounts(file.name(), source.names(), form, lines);
        columns.forEach(EventRows::requireOneUnderstood);
        return new EventRows(engine, file, lines, unsplit, columns);
    }

    /** Events of nobody, or of no time, are no answer. */
    private static void requireOneUnderstood(ColumnAccount column) {
        boolean needed = column.column().equals("user_id") || column.column().equals("created_at");
        if (needed && column.understood() == 0) {
            throw new ExportException(
                    "%s, column %s: found %d cells filled, of them none that can be read%s; expected %s"
                            .formatted(
                                    column.file(),
                                    column.column(),
                                    column.filled(),
                                    column.examples().isEmpty() ? "" : ", such as " + column.shownExamples(),
                                    ExpectedCells.of(column.export(), column.column())));
        }
    }

    /** One account a column. */
    List<ColumnAccount> columns() {
        return columns;
    }

    private static RowAccount loadWhole(DuckDb engine, ExportFile file, InteractionSource source) {
        RowTally tally = new RowTally(file.name());
        boolean mixed;
        boolean split;
        boolean even;
        try (RowScan scan = RowScan.open(file, source.names())) {
            while (scan.next()) {
                Cancellation.check();
                tally.add(scan.defect(), scan.line());
            }
            mixed = scan.hasMixedLineEnds();
            split = scan.isSplitByLines();
            even = scan.isEven();
        }
        RowAccount account = tally.account();
        // it may not know the packing where there is nothing else
        boolean tryAgain = even
                && !(file.format() == ExportFile.Format.CSV_GZ
                        && account.rejected().isEmpty());
        // several threads take half the time, but the engine does not promise that they find every row
        if (tryAgain && split && fill(engine, source, mixed, true) == account.kept()) {
            return account;
        }
        if (tryAgain && fill(engine, source, mixed, false) == account.kept()) {
            return account;
        }
        source.defineCopied();
        engine.unordered(Sql.text("events"));
        long found = loaded(engine);
        if (found != account.kept()) {
            throw new ExportException("%s: found %d whole rows, but %d that can be read; expected RFC 4180 quoting"
                    .formatted(file.name(), account.kept(), found));
        }
        return account;
    }

    /** How many of the rows that are whole the engine reads; none where it cannot read the file to its end. */
    private static long fill(DuckDb engine, InteractionSource source, boolean mixedLineEnds, boolean parallel) {
        source.defineWithoutDefects(mixedLineEnds, parallel);
        try {
            engine.unordered(Sql.text("events"));
            return loaded(engine);
        } catch (EngineException e) {
            if (e.isShortOfRoom()) {
                throw e;
            }
            return 0;
        }
    }

    private static long loaded(DuckDb engine) {
        long[] rows = {0};
        engine.query("SELECT COUNT(*) FROM events", row -> rows[0] = row.getLong(1));
        return rows[0];
    }

    /** What became of every row, once users and contents are known. */
    RowAccount account() {
        Map<String, Long> counts = new HashMap<>();
        engine.query(Sql.text("accounting"), row -> counts.put(row.getString("reason"), row.getLong("row_count")));
        engine.query("SELECT surplus FROM repeats", row -> counts.put("duplicate", row.getLong(1)));
        counts.values().removeIf(count -> count == 0);
        Long kept = counts.remove("kept");
        Map<String, List<Long>> found = lines.of(counts);
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>(unsplit.rejected());
        counts.forEach((reason, count) ->
                rejected.put(reason, new RowAccount.Rejection(count, found.getOrDefault(reason, List.of()))));
        long used = kept == null ? 0 : kept;
        long left =
                rejected.values().stream().mapToLong(RowAccount.Rejection::rows).sum();
        return new RowAccount(file.name(), used + left, used, rejected);
    }
}
