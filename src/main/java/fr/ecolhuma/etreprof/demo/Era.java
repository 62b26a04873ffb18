package fr.ecolhuma.etreprof.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The eight years before the as-of date; a day is the number of days since their first one. */
record Era(LocalDate first, LocalDate asOf) {

    private static final int YEARS = 8;

    static final int DAY_SECONDS = 86_400;

    static Era before(LocalDate asOf) {
        return new Era(asOf.minusYears(YEARS), asOf);
    }

    /** The day of the as-of date. */
    int last() {
        return (int) ChronoUnit.DAYS.between(first, asOf);
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }
}
