package fr.ecolhuma.etreprof.ingestion.cell;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Instants as the exports write them: {@code YYYY-MM-DD HH:MM:SS}, also with {@code T}, an offset or without a time. */
public final class Dates {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][X]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String USUAL = "dddd-dd-dd dd:dd:dd";

    private Dates() {}

    /** The instant in UTC, which the exports that name no offset are in; null when it cannot be read. */
    public static @Nullable LocalDateTime parse(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        LocalDateTime usual = usual(cell);
        return usual == null ? unusual(cell) : usual;
    }

    /** Nearly every cell is written like this; the general parser takes many times as long. */
    private static @Nullable LocalDateTime usual(String cell) {
        if (!isUsual(cell)) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(cell, 0, 4),
                    number(cell, 5, 7),
                    number(cell, 8, 10),
                    number(cell, 11, 13),
                    number(cell, 14, 16),
                    number(cell, 17, 19));
        } catch (DateTimeException e) {
            return null;
        }
    }

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

    private static @Nullable LocalDateTime unusual(String cell) {
        try {
            TemporalAccessor read = READ.parseBest(cell, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime there
                    ? there.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : LocalDateTime.from(read);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code YYYY-MM-DD HH:MM:SS}; null for null. */
    public static @Nullable String format(@Nullable LocalDateTime time) {
        return time == null ? null : WRITTEN.format(time);
    }
}
