package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what the cells of one column say. */
final class ColumnTally {

    private final boolean personal;
    private final List<ColumnAccount.Example> examples = new ArrayList<>();
    private long understood;
    private long nulls;
    private long notUnderstood;
    private String form = ColumnAccount.USUAL;

    ColumnTally(boolean personal) {
        this.personal = personal;
    }

    void add(CellValue<?> cell, long line, @Nullable String raw) {
        switch (cell) {
            case CellValue.Null<?> nothing -> nulls++;
            case CellValue.Understood<?> value -> understood++;
            case CellValue.NotUnderstood<?> other -> {
                notUnderstood++;
                example(line, raw);
            }
        }
    }

    private void example(long line, @Nullable String raw) {
        if (examples.size() < ColumnAccount.EXAMPLES) {
            String value = personal ? null : Texts.meaning(raw);
            examples.add(ColumnAccount.Example.of(line, value == null ? "" : value));
        }
    }

    /** Cells that were taken at first turn out not to be understood, since the rest of the column is written otherwise. */
    void takeBack(ColumnTally taken) {
        understood -= taken.notUnderstood;
        notUnderstood += taken.notUnderstood;
        examples.addAll(taken.examples);
        examples.sort(Comparator.comparingLong(ColumnAccount.Example::line));
        examples.subList(Math.min(ColumnAccount.EXAMPLES, examples.size()), examples.size())
                .clear();
    }

    /** How the whole column is written where that is not the usual way. */
    void writtenAs(String other) {
        form = other;
    }

    ColumnAccount account(String export, String file, String column) {
        return new ColumnAccount(
                export, file, column, understood + notUnderstood, nulls, understood, notUnderstood, form, examples);
    }
}
