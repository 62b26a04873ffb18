package fr.ecolhuma.etreprof.recompute.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says, so that its libraries can verify it. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /**
     * The key of a secret: the bytes of its Base64 after {@code whsec_}, else its own.
     *
     * @throws IllegalArgumentException if there is no Base64 after {@code whsec_}
     */
    static SecretKeySpec key(String secret) {
        try {
            byte[] bytes = secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(bytes, ALGORITHM);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ETREPROF_WEBHOOK_SECRET: expected Base64 after whsec_", e);
        }
    }

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param id of the notification, the same in each attempt
     * @param second of the attempt, since 1970
     */
    static String of(String secret, String id, long second, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key(secret));
            byte[] signed = mac.doFinal("%s.%d.%s".formatted(id, second, body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
