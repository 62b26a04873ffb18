package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.ingestion.cell.ExpectedCells;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.List;

/** The columns without which events cannot be counted. */
public final class NeededColumns {

    private NeededColumns() {}

    /**
     * Requires a cell that can be read in each: events of nobody, or of no time, are no answer.
     *
     * @param columns the accounts of the columns of events
     * @throws ExportException if there is none
     */
    public static void require(List<ColumnAccount> columns) {
        columns.forEach(NeededColumns::require);
    }

    private static void require(ColumnAccount column) {
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
}
