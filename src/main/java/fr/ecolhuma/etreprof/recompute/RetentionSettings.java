package fr.ecolhuma.etreprof.recompute;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which versions are kept on the disk.
 *
 * @param versions those live last, at least 2: the live one and the one before it
 * @param candidates how long what was never live is kept
 */
@Validated
@ConfigurationProperties("etreprof.retention")
public record RetentionSettings(
        @DefaultValue("8") @Min(value = 2, message = "2 or more")
        int versions,

        @DefaultValue("14d") Duration candidates) {}
