package fr.ecolhuma.etreprof.features.engine;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the SQL has them: microseconds since 1970, UTC. */
public final class Micros {

    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    private Micros() {}

    /** The microseconds of an instant; what is finer is cut. */
    public static long of(LocalDateTime time) {
        return ChronoUnit.MICROS.between(EPOCH, time);
    }

    /** The first instant of a year. */
    public static long ofYear(int year) {
        return of(LocalDateTime.of(year, 1, 1, 0, 0));
    }

    /** The instant of some microseconds. */
    public static LocalDateTime dateTime(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
