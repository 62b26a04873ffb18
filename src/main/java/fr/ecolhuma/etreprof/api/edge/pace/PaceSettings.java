package fr.ecolhuma.etreprof.api.edge.pace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the service waits for a request, from its first byte to its last.
 *
 * @param grace the time that every request has, above 0
 * @param bytesPerSecond how many bytes earn one more second
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
