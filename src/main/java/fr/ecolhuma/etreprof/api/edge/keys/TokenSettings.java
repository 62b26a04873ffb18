package fr.ecolhuma.etreprof.api.edge.keys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of user tokens.
 *
 * @param secrets each verifies tokens, the first signs them; empty for no tokens
 * @param lifetime how long a token is valid
 */
@ConfigurationProperties("etreprof.tokens")
public record TokenSettings(
        @DefaultValue List<String> secrets,
        @DefaultValue("15m") Duration lifetime) {

    private static final int SHORTEST = 32;
    private static final Duration LONGEST = Duration.ofDays(1);

    public TokenSettings {
        secrets = secrets.stream().map(String::strip).toList();
        for (String secret : secrets) {
            int length = secret.getBytes(StandardCharsets.UTF_8).length;
            if (length < SHORTEST) {
                throw new IllegalArgumentException(
                        "ETREPROF_TOKEN_SECRET: found a secret of %d bytes, expected %d or more; 'openssl rand -base64 48' makes one"
                                .formatted(length, SHORTEST));
            }
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "ETREPROF_TOKEN_LIFETIME: found %s, expected 1s to 24h".formatted(lifetime));
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "TokenSettings[%d secrets, %s]".formatted(secrets.size(), lifetime);
    }
}
