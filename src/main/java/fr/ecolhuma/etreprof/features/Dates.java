package fr.ecolhuma.etreprof.features;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Instants as the exports write them: {@code YYYY-MM-DD HH:MM:SS}, also with {@code T} or without a time. */
final class Dates {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static @Nullable LocalDateTime parse(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(cell, FORMAT);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
