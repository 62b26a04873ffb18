package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flags as databases, spreadsheets and people set them; an empty cell sets none. */
public final class Flags {

    private static final Set<String> SET = Set.of("true", "t", "yes", "oui", "vrai", "o", "x");
    private static final Set<String> UNSET = Set.of("false", "f", "no", "non", "faux", "n");
    private static final Pattern ONE = Pattern.compile("1([.,]0+)?");
    private static final Pattern ZERO = Pattern.compile("0([.,]0+)?");

    private Flags() {}

    public static CellValue<Boolean> read(@Nullable String cell) {
        return Texts.read(cell).then(Flags::flag);
    }

    private static CellValue<Boolean> flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (SET.contains(word) || ONE.matcher(word).matches()) {
            return CellValue.of(true);
        }
        return UNSET.contains(word) || ZERO.matcher(word).matches() ? CellValue.of(false) : CellValue.notUnderstood();
    }
}
