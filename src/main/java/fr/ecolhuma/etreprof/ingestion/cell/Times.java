package fr.ecolhuma.etreprof.ingestion.cell;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants in UTC: {@code YYYY-MM-DD}, with a time, a fraction and an offset where there are such; a cell without an offset is in
 * UTC. A year that its column cannot have is not understood: zero dates, a typing error, a sentinel for "never".
 */
public final class Times {

    /** The parts of a time; what stands for UTC is no offset. */
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[T ]([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:\\.(\\d+))?)?)?"
            + "(?: ?(?:Z|UTC|([+-])(0\\d|1[0-4])(?::?([0-5]\\d))?))?");

    private static final String USUAL = "dddd-dd-dd dd:dd:dd";
    private static final int MICROS = 6;

    private Times() {}

    /** An instant to the microsecond, in one of the years that its column may have. */
    public static CellValue<LocalDateTime> read(@Nullable String cell, Years years) {
        return read(cell).then(time -> years.hold(time) ? CellValue.of(time) : CellValue.notUnderstood());
    }

    /** An instant to the microsecond, in whatever year. */
    public static CellValue<LocalDateTime> read(@Nullable String cell) {
        return cell != null && isUsual(cell)
                ? time(cell.substring(0, 10), number(cell, 11, 13), number(cell, 14, 16), number(cell, 17, 19))
                : Texts.read(cell).then(Times::unusual);
    }

    /** Nearly every cell is written like this; the pattern takes many times as long. */
    private static boolean isUsual(String cell) {
        if (cell.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char found = cell.charAt(i);
            char expected = USUAL.charAt(i);
            if (expected == 'd' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String cell, int start, int end) {
        return Integer.parseInt(cell, start, end, 10);
    }

    private static CellValue<LocalDateTime> unusual(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return CellValue.notUnderstood();
        }
        String sign = parts.group(6);
        long offset = 60L * number(parts, 7) + number(parts, 8);
        return time(parts.group(1), number(parts, 2), number(parts, 3), number(parts, 4))
                .then(time -> CellValue.of(
                        time.plusNanos(nanos(parts.group(5))).minusMinutes("-".equals(sign) ? -offset : offset)));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : 1000 * Long.parseLong((fraction + "0".repeat(MICROS)).substring(0, MICROS));
    }

    private static CellValue<LocalDateTime> time(String day, int hour, int minute, int second) {
        try {
            return CellValue.of(
                    LocalDateTime.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10), hour, minute, second));
        } catch (DateTimeException e) {
            return CellValue.notUnderstood();
        }
    }
}
