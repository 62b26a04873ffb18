package fr.ecolhuma.etreprof.ingestion.cell;

import fr.ecolhuma.etreprof.domain.ContentTypes;
import org.jspecify.annotations.Nullable;

/** Types of contents, compared by letters and digits alone. */
public final class Types {

    private Types() {}

    /** A known type; one that is not known is not understood, but {@link #kept}. */
    public static CellValue<String> read(@Nullable String cell) {
        return Texts.read(cell)
                .then(text ->
                        ContentTypes.isKnown(text) ? CellValue.of(ContentTypes.of(text)) : CellValue.notUnderstood());
    }

    /** The type of a row, known or not; null for a cell that says nothing. */
    public static @Nullable String kept(@Nullable String cell) {
        String text = Texts.meaning(cell);
        return text == null ? null : ContentTypes.of(text);
    }
}
