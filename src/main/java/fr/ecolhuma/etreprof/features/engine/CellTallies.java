package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.List;
import java.util.Map;

/**
 * What the cells of the events' export say, column by column.
 *
 * @param rows how many rows, before those that share an id become one, have each pattern of cells
 */
public record CellTallies(Map<Integer, Long> rows) {

    public CellTallies {
        rows = Map.copyOf(rows);
    }

    /** How the column of times is written, if not as it was read: as numbers, where the whole of it is. */
    public TimeForm timeForm() {
        EventColumn times = EventColumn.CREATED_AT;
        long filled = times.understood(rows) + times.notUnderstood(rows);
        if (filled > 0 && times.saying(rows, EventColumn.SECONDS) == filled) {
            return TimeForm.SECONDS;
        }
        return filled > 0 && times.saying(rows, EventColumn.MILLISECONDS) == filled
                ? TimeForm.MILLISECONDS
                : TimeForm.TEXT;
    }

    /** Rows in which the cell of a column is not understood. */
    public long notUnderstood(EventColumn column) {
        return column.notUnderstood(rows);
    }

    /**
     * The account of a column.
     *
     * @param file the export's name
     * @param form how its times are written
     * @param examples the first of its cells that are not understood
     */
    public ColumnAccount account(String file, EventColumn column, TimeForm form, List<ColumnAccount.Example> examples) {
        long understood = column.understood(rows);
        long notUnderstood = column.notUnderstood(rows);
        return new ColumnAccount(
                "events",
                file,
                column.column(),
                understood + notUnderstood,
                column.nulls(rows),
                understood,
                notUnderstood,
                column == EventColumn.CREATED_AT ? form.written() : ColumnAccount.USUAL,
                examples);
    }
}
