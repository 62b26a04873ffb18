package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads cells of a table and counts what they say, column by column. */
final class Columns {

    private final String export;
    private final String file;
    private final Set<String> present;
    private final Set<String> personal;
    private final Map<String, ColumnTally> tallies = new LinkedHashMap<>();

    /** @param personal columns that single a person out: their values are never shown */
    Columns(String export, String file, Table table, Set<String> personal) {
        this.export = export;
        this.file = file;
        this.present = Set.copyOf(table.names());
        this.personal = personal;
    }

    /** A cell of the current row as its column is read; nothing where the file has no such column. */
    <T> CellValue<T> read(Table row, String column, Function<@Nullable String, CellValue<T>> reading) {
        if (!present.contains(column)) {
            return CellValue.none();
        }
        String raw = row.get(column);
        CellValue<T> cell = reading.apply(raw);
        tally(column).add(cell, row.line(), raw);
        return cell;
    }

    ColumnTally tally(String column) {
        return tallies.computeIfAbsent(column, unseen -> new ColumnTally(personal.contains(column)));
    }

    /** Every column that was read, in the order of its first cell. */
    List<ColumnAccount> accounts() {
        return tallies.entrySet().stream()
                .map(column -> column.getValue().account(export, file, column.getKey()))
                .toList();
    }
}
