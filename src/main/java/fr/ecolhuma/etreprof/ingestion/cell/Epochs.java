package fr.ecolhuma.etreprof.ingestion.cell;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as numbers since 1970; only a whole column of them means times, one beside dates is a typing error. */
public final class Epochs {

    /** What a number counts. */
    public enum Unit {
        SECONDS(1_000),
        MILLISECONDS(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }

        /** The name for people, such as {@code seconds since 1970}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT) + " since 1970";
        }
    }

    private static final Pattern NUMBER = Pattern.compile("(\\d{9,10}|\\d{12,13})(\\.0+)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+(\\.0+)?");
    private static final int MOST_SECONDS = 10;
    private static final long MILLIS = 1_000;
    private static final int NANOS = 1_000_000;

    private Epochs() {}

    /** What a cell counts, or null when it is no such number. */
    public static @Nullable Unit unit(@Nullable String cell) {
        String digits = digits(cell);
        return digits == null ? null : digits.length() <= MOST_SECONDS ? Unit.SECONDS : Unit.MILLISECONDS;
    }

    /** Whether a cell is a whole number, of an instant or not. */
    public static boolean isNumber(@Nullable String cell) {
        String text = cell == null || isDate(cell) ? null : Texts.meaning(cell);
        return text != null && WHOLE.matcher(text).matches();
    }

    /** The instant in UTC that a number names, in one of the years that its column may have. */
    public static CellValue<LocalDateTime> read(@Nullable String cell, Unit unit, Years years) {
        String digits = digits(cell);
        if (digits == null || unit(cell) != unit) {
            return CellValue.notUnderstood();
        }
        long millis = Long.parseLong(digits) * unit.millis;
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(millis / MILLIS, (int) (millis % MILLIS) * NANOS, ZoneOffset.UTC);
        return years.hold(time) ? CellValue.of(time) : CellValue.notUnderstood();
    }

    private static @Nullable String digits(@Nullable String cell) {
        if (cell == null || isDate(cell)) {
            return null;
        }
        Matcher number = NUMBER.matcher(String.valueOf(Texts.meaning(cell)));
        return number.matches() ? number.group(1) : null;
    }

    /** Nearly every cell of a column of times has a hyphen inside, and no whole number has; the patterns take longer. */
    private static boolean isDate(String cell) {
        return cell.lastIndexOf('-') > cell.indexOf('-');
    }
}
