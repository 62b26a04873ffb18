package fr.ecolhuma.etreprof.api.pace;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is waited for a request, from its first byte to its last.
 *
 * @param grace how long in all, above 0
 * @param bytesPerSecond how much earns a second more
 */
@Validated
@ConfigurationProperties("etreprof.pace")
record PaceSettings(
        @DefaultValue("20s") Duration grace,

        @DefaultValue("2000") @Min(value = 1, message = "1 or more")
        int bytesPerSecond) {

    PaceSettings {
        if (!grace.isPositive()) {
            throw new IllegalArgumentException("ETREPROF_PACE_GRACE: found %s, expected more than 0s".formatted(grace));
        }
    }
}
