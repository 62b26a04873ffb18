package fr.ecolhuma.etreprof.recompute.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address that is notified of the end of each run.
 *
 * @param url an http(s) address, or empty for none; it may hold a secret, so messages do not show it
 * @param secret signs the notifications
 */
@ConfigurationProperties("etreprof.webhook")
public record WebhookSettings(
        @DefaultValue("") String url, @DefaultValue("") String secret) {

    private static final int SHORTEST = 16;

    public WebhookSettings {
        if (!url.isBlank() && !isAddress(url)) {
            throw new IllegalArgumentException(
                    "ETREPROF_WEBHOOK_URL: found no http(s) address, or one with a user; expected one such as https://example.org/hooks/etreprof");
        }
        if (!url.isBlank() && secret.length() < SHORTEST) {
            throw new IllegalArgumentException("ETREPROF_WEBHOOK_SECRET: found %d characters, expected %d or more"
                    .formatted(secret.length(), SHORTEST));
        }
        if (url.isBlank() && !secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "ETREPROF_WEBHOOK_SECRET: found a secret without an address; set ETREPROF_WEBHOOK_URL too");
        }
        if (!url.isBlank()) {
            Signature.key(secret);
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    boolean isOn() {
        return !url.isBlank();
    }

    /** Without the address and the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[" + (isOn() ? "on" : "off") + "]";
    }
}
