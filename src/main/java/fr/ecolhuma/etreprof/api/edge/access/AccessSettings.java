package fr.ecolhuma.etreprof.api.edge.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of keys, origins, proxies and rates.
 *
 * @param read whether reading needs a key
 * @param keys as {@code name:role:token}, role {@code reader}, {@code writer}, {@code editor} or {@code admin}
 * @param keysFile a file of such lines, read again when it changes; empty for none
 * @param corsOrigins of web apps that may call from a browser
 * @param trustedProxies addresses whose forwarded headers are believed, {@code *} stands for any run of characters
 * @param ratePerMinute how many requests a caller may send in a minute
 */
@ConfigurationProperties("etreprof.access")
public record AccessSettings(
        @DefaultValue("auto") Read read,
        @DefaultValue List<String> keys,
        @DefaultValue("") String keysFile,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Rates ratePerMinute) {

    /** Whether reading needs a key. */
    public enum Read {
        /** For personal data; where no key is configured, only from elsewhere. */
        AUTO,
        /** Never. */
        OPEN,
        /** For every path except the greeting, the description and health. */
        KEY
    }

    /**
     * Requests a minute of each caller, by kind; 0 for no limit. Where no key is configured, callers on this machine have
     * none.
     *
     * @param read every request of neither other kind
     * @param classify texts and batches
     * @param admin requests that change state
     */
    public record Rates(
            @DefaultValue("1200") int read,
            @DefaultValue("300") int classify,
            @DefaultValue("30") int admin) {}
}
