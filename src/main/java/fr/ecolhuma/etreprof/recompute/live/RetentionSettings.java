package fr.ecolhuma.etreprof.recompute.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The choice of versions that are kept on the disk.
 *
 * @param versions how many of the versions that were live last, at least 2: the live one and the one before it
 * @param candidates how long a version is kept that was never live
 */
@ConfigurationProperties("etreprof.retention")
public record RetentionSettings(
        @DefaultValue("8") int versions,

        @DefaultValue("14d") Duration candidates) {

    public RetentionSettings {
        if (versions < 2) {
            throw new IllegalArgumentException(
                    "ETREPROF_KEEP_VERSIONS: found %d, expected 2 or more".formatted(versions));
        }
    }
}
