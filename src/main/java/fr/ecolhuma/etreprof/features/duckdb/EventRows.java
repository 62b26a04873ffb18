package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.NeededColumns;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
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
import java.util.List;

/**
 * The rows of the events' export, brought into the engine.
 *
 * @param loaded how many are whole
 * @param unsplit the account of those that cannot be split
 * @param columns one account a column
 * @param numbers finds the lines of the rows
 */
record EventRows(long loaded, RowAccount unsplit, List<ColumnAccount> columns, LineNumbers numbers) {

    /**
     * Fills the table of events. A file whose rows are all whole is read once; the engine stops at the first row that is
     * not, and then the rows are judged one by one before those that are whole are read.
     *
     * @param years those that events may be in
     * @throws ExportException if the file is no CSV in UTF-8 or has no row that can be read
     */
    static EventRows load(DuckDb engine, ExportFile file, Years years) {
        InteractionSource source = InteractionSource.of(engine, file);
        LineNumbers numbers = new LineNumbers(file, source.names());
        EventViews.cells(engine);
        source.define();
        EventViews.define(engine, years, TimeForm.TEXT);
        RowAccount unsplit = new RowTally(file.name()).account();
        try {
            fill(engine);
        } catch (EngineException e) {
            if (e.isShortOfRoom() || file.format() == ExportFile.Format.PARQUET) {
                throw e;
            }
            unsplit = loadWhole(engine, file, source);
        }
        long loaded = loaded(engine);
        if (loaded == 0) {
            throw ExportException.nothingKept(unsplit, "event can be read");
        }
        EventCells cells = EventCells.count(engine);
        TimeForm form = cells.timeForm();
        if (form != TimeForm.TEXT) {
            EventViews.define(engine, years, form);
            fill(engine);
            cells = EventCells.count(engine);
        }
        List<ColumnAccount> columns = cells.accounts(file.name(), source.names(), form, numbers);
        NeededColumns.require(columns);
        return new EventRows(loaded, unsplit, columns, numbers);
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
        fill(engine);
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
            fill(engine);
            return loaded(engine);
        } catch (EngineException e) {
            if (e.isShortOfRoom()) {
                throw e;
            }
            return 0;
        }
    }

    private static void fill(DuckDb engine) {
        engine.unordered("CREATE OR REPLACE TABLE events AS " + Sql.text("counting/events"));
    }

    private static long loaded(DuckDb engine) {
        return engine.number("SELECT COUNT(*) FROM events");
    }
}
