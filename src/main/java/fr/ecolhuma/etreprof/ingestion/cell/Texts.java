package fr.ecolhuma.etreprof.ingestion.cell;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every reading of a cell begins with: no blanks around it, one way to write each accent, and the words for null. */
public final class Texts {

    /** In lower case: Excel and SQL, MySQL, Python, pandas, R, Ruby, JavaScript. */
    private static final Set<String> NULLS =
            Set.of("", "null", "\\n", "none", "nan", "<na>", "n/a", "na", "nil", "undefined");

    private static final int LONGEST_NULL = 9;

    private Texts() {}

    /** Any text; null for a cell that says nothing. */
    public static CellValue<String> read(@Nullable String cell) {
        String text = bare(cell);
        return isNull(text) ? CellValue.none() : CellValue.of(text);
    }

    /** The text of a cell, or null when it says nothing. */
    public static @Nullable String meaning(@Nullable String cell) {
        String text = bare(cell);
        return isNull(text) ? null : text;
    }

    private static boolean isNull(String text) {
        return text.length() <= LONGEST_NULL && NULLS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A text without blanks around it, in NFC. */
    public static String bare(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        int start = 0;
        int end = cell.length();
        while (start < end && isBlank(cell.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(cell.charAt(end - 1))) {
            end--;
        }
        return Normalizer.normalize(cell.substring(start, end), Form.NFC);
    }

    /** White space of any width, none included: no-break spaces, joiners, direction and byte order marks. */
    static boolean isBlank(char c) {
        return c <= ' '
                || (c >= '\u007f'
                        && (c <= '\u00a0'
                                || c == '\u1680'
                                || c == '\u180e'
                                || (c >= '\u2000' && c <= '\u200f')
                                || (c >= '\u2028' && c <= '\u202f')
                                || (c >= '\u205f' && c <= '\u2064')
                                || c == '\u3000'
                                || c == '\ufeff'));
    }
}
