package fr.ecolhuma.etreprof.spark;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to count.
 *
 * @param events files or folders of the interactions' export, as the cluster names them
 * @param out the folder of counts to write
 * @param day the day at whose end everything is counted, or null for the latest event not later than now
 * @param now the clock's instant
 */
record CountRequest(List<String> events, String out, @Nullable LocalDate day, Instant now) {

    static final String USAGE = "usage: CountJob --events FILES[,FILES…] --out FOLDER [--as-of YYYY-MM-DD]";

    CountRequest {
        events = List.copyOf(events);
    }

    /**
     * Reads the command line.
     *
     * @throws JobException if it is not as {@link #USAGE} says
     */
    static CountRequest of(String[] arguments, Instant now) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String events = options.remove("--events");
        String out = options.remove("--out");
        String day = options.remove("--as-of");
        if (events == null || out == null || !options.isEmpty() || arguments.length % 2 != 0) {
            throw new JobException("found '%s'; %s".formatted(String.join(" ", arguments), USAGE));
        }
        return new CountRequest(Arrays.asList(events.split(",")), out, day == null ? null : day(day), now);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new JobException("--as-of: found '%s', expected a day such as 2026-01-31".formatted(text));
        }
    }

    /** The year that rows can be in at the latest but one: the present one, or that of a day still to come. */
    int latestYear() {
        int present = present().getYear();
        return day == null ? present : Math.max(present, day.getYear());
    }

    /** The present. */
    LocalDateTime present() {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * The instant at which everything is counted.
     *
     * @param latest the latest event not later than now, or null when there is none
     */
    LocalDateTime asOf(@Nullable LocalDateTime latest) {
        if (day != null) {
            return day.atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS);
        }
        return latest == null ? present() : latest;
    }
}
