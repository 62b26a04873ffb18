package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of users and contents: digits, also with leading zeros or as {@code 123.0}, which is how pandas writes them beside nulls. */
public final class Ids {

    /** A spreadsheet's {@code 1E+05} has lost its digits, and no id has a sign. */
    private static final Pattern ID = Pattern.compile("0*(\\d{1,18})(\\.0+)?");

    private static final int DIGITS = 18;

    private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.0+");

    private Ids() {}

    public static CellValue<Long> read(@Nullable String cell) {
        return cell != null && isUsual(cell)
                ? CellValue.of(Long.valueOf(cell))
                : Texts.read(cell).then(Ids::number);
    }

    /** Nearly every cell is digits alone; the pattern takes longer. */
    private static boolean isUsual(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return !cell.isEmpty() && cell.length() <= DIGITS;
    }

    /** What an id of any kind names, where ids may also be texts: {@code 10.0} is what pandas makes of {@code 10}. */
    public static String name(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches() ? decimal.group(1) : text;
    }

    private static CellValue<Long> number(String text) {
        Matcher id = ID.matcher(text);
        return id.matches() ? CellValue.of(Long.valueOf(id.group(1))) : CellValue.notUnderstood();
    }
}
