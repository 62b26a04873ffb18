package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with a point or, as spreadsheets in French write them, a comma. */
public final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,18})?");

    private Numbers() {}

    /** A number, rounded towards zero. */
    public static CellValue<Integer> whole(@Nullable String cell) {
        return Texts.read(cell).then(Numbers::rounded);
    }

    private static CellValue<Integer> rounded(String text) {
        return NUMBER.matcher(text).matches()
                ? CellValue.of((int) Double.parseDouble(text.replace(',', '.')))
                : CellValue.notUnderstood();
    }
}
