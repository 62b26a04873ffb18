package fr.ecolhuma.etreprof.api.edge.pace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is waited for a request, from its first byte to its last.
 *
 * @param grace how long in all, above 0
 * @param bytesPerSecond how much earns a second more
 */
@ConfigurationProperties("etreprof.pace")
record PaceSettings(
        @DefaultValue("20s") Duration grace,

        @DefaultValue("2000") int bytesPerSecond) {

    PaceSettings {
        if (!grace.isPositive()) {
            throw new IllegalArgumentException("ETREPROF_PACE_GRACE: found %s, expected more than 0s".formatted(grace));
        }
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "ETREPROF_PACE_RATE: found %d, expected 1 or more".formatted(bytesPerSecond));
        }
    }
}
