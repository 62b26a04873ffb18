package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What to count.
 *
 * @param day the day at whose end everything is counted, or null for the latest event not later than now
 * @param now the clock's instant
 * @param windows whether events are counted by week, month and year too, which no model needs
 */
public record CountRequest(@Nullable LocalDate day, Instant now, boolean windows) {

    /** The request of an extraction. */
    public static CountRequest of(EngineSettings settings, boolean windows) {
        return new CountRequest(settings.asOf(), settings.now(), windows);
    }

    /** The years that events may be in; cells that name another are not understood. */
    public Years years() {
        return Years.ofEvents(latestYear());
    }

    /** The year that rows can be in at the latest but one: the present one, or that of a day still to come. */
    public int latestYear() {
        int present = present().getYear();
        return day == null ? present : Math.max(present, day.getYear());
    }

    /** The present. */
    public LocalDateTime present() {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * The instant at which everything is counted.
     *
     * @param latest the latest event not later than now, or null when there is none
     */
    public LocalDateTime asOf(@Nullable LocalDateTime latest) {
        if (day != null) {
            return day.atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS);
        }
        return latest == null ? present() : latest;
    }
}
