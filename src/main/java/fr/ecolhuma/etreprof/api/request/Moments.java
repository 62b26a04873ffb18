package fr.ecolhuma.etreprof.api.request;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Instants and days as callers write them. */
public final class Moments {

    private static final int DAY = 10;

    private Moments() {}

    /**
     * A day.
     *
     * @param expected the part of the message that says what to send
     * @throws ApiException 400 if it is not a day
     */
    public static LocalDate day(String name, String text, String expected) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.of(
                            ProblemKind.NOT_A_DATE,
                            "%s: found '%s', expected %s".formatted(name, Shown.of(text), expected))
                    .value("parameter", name)
                    .value("found", Shown.of(text));
        }
    }

    /**
     * A day that is tomorrow at the latest, UTC: at a later one, everybody would count as inactive.
     *
     * @throws ApiException 400 if it is not a day, or later
     */
    public static LocalDate dayUntilTomorrow(String name, String text, Clock clock) {
        LocalDate day = day(name, text, "a day such as 2025-07-10");
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        if (day.isAfter(last)) {
            throw ApiException.of(
                            ProblemKind.OUT_OF_RANGE, "%s: found %s, expected %s or earlier".formatted(name, day, last))
                    .value("parameter", name)
                    .value("found", day)
                    .value("latest", last);
        }
        return day;
    }

    /**
     * An instant; a day means its end, UTC.
     *
     * @throws ApiException 400 if it is neither
     */
    public static Instant parse(String name, String text) {
        try {
            return text.length() == DAY
                    ? LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.of(
                            ProblemKind.NOT_A_DATE,
                            "%s: found '%s', expected a day or an instant such as 2025-07-10 or 2025-07-10T22:00:00Z"
                                    .formatted(name, Shown.of(text)))
                    .value("parameter", name)
                    .value("found", Shown.of(text));
        }
    }
}
