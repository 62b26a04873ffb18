package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Epochs;
import fr.ecolhuma.etreprof.ingestion.cell.Times;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A column of times. Numbers since 1970 are taken as they come, and taken back at the end unless the whole column is made of
 * them, in one unit.
 *
 * @param <K> what names a row
 */
final class TimeColumn<K> {

    private final Columns columns;
    private final String name;
    private final Years years;
    private final Map<Epochs.Unit, Set<K>> numbered = new EnumMap<>(Epochs.Unit.class);
    private final ColumnTally numbers = new ColumnTally(false);
    private boolean dated;

    TimeColumn(Columns columns, String name, Years years) {
        this.columns = columns;
        this.name = name;
        this.years = years;
    }

    CellValue<LocalDateTime> read(Table row, K key) {
        String raw = row.get(name);
        Epochs.Unit unit = Epochs.unit(raw);
        if (unit == null) {
            CellValue<LocalDateTime> time = columns.read(row, name, cell -> Times.read(cell, years));
            // a number too small is an instant that cannot be, as the zero of a program that knew none
            dated |= !(time instanceof CellValue.Null<LocalDateTime>) && !Epochs.isNumber(raw);
            return time;
        }
        CellValue<LocalDateTime> time = columns.read(row, name, cell -> Epochs.read(cell, unit, years));
        if (time.value() != null) {
            numbered.computeIfAbsent(unit, unseen -> new HashSet<>()).add(key);
            numbers.add(CellValue.notUnderstood(), row.line(), raw);
        }
        return time;
    }

    /** Whether a cell names a time behind the last year that the column may have: one for "never" or "some day". */
    boolean isLater(Table row) {
        String raw = row.get(name);
        Epochs.Unit unit = Epochs.unit(raw);
        LocalDateTime time = unit == null
                ? Times.read(raw).value()
                : Epochs.read(raw, unit, years.withoutEnd()).value();
        return time != null && time.getYear() > years.last();
    }

    /** Rows whose times are none after all; to be called once, behind the last row. */
    Set<K> strays() {
        if (!dated && numbered.size() <= 1) {
            numbered.keySet().forEach(unit -> columns.tally(name).writtenAs(unit.written()));
            return Set.of();
        }
        columns.tally(name).takeBack(numbers);
        Set<K> rows = new HashSet<>();
        numbered.values().forEach(rows::addAll);
        return rows;
    }
}
