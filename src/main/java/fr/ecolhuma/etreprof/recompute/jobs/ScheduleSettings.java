package fr.ecolhuma.etreprof.recompute.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * The settings of the work that the service starts itself.
 *
 * @param cron when it recomputes, in six fields that begin with the second, UTC; empty for never
 * @param jitter the largest random delay, so that not all services begin at once
 * @param poll how often it checks whether another process has made a version current; 0 for never
 */
@ConfigurationProperties("etreprof.schedule")
public record ScheduleSettings(
        @DefaultValue("") String cron,
        @DefaultValue("0s") Duration jitter,
        @DefaultValue("5s") Duration poll) {

    public ScheduleSettings {
        if (!cron.isBlank() && !CronExpression.isValidExpression(cron)) {
            throw new IllegalArgumentException(
                    "ETREPROF_RECOMPUTE_CRON: found '%s', expected six fields such as '0 0 3 * * SUN'".formatted(cron));
        }
        requireNotNegative("ETREPROF_RECOMPUTE_JITTER", jitter);
        requireNotNegative("ETREPROF_POLL_INTERVAL", poll);
    }

    /** When the next recompute begins, but for the delay; empty for never. */
    public Optional<Instant> next(Instant now) {
        return cron.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(CronExpression.parse(cron).next(now.atZone(ZoneOffset.UTC)))
                        .map(ZonedDateTime::toInstant);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s: found %s, expected 0s or more".formatted(name, value));
        }
    }
}
