package fr.ecolhuma.etreprof.demo.chance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The eight years before the as-of date; a day is the number of days since their first one. */
public record Era(LocalDate first, LocalDate asOf) {

    private static final int YEARS = 8;

    public static final int DAY_SECONDS = 86_400;

    public static Era before(LocalDate asOf) {
        return new Era(asOf.minusYears(YEARS), asOf);
    }

    /** The day of the as-of date. */
    public int last() {
        return (int) ChronoUnit.DAYS.between(first, asOf);
    }

    public LocalDate date(int day) {
        return first.plusDays(day);
    }
}
