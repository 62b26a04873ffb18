package fr.ecolhuma.etreprof.ingestion.google;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service account by its key file: it signs its request for a token.
 *
 * @param email its name
 * @param keyId the id of its key
 * @param key signs
 * @param tokens the address of Google's token service
 */
record ServiceAccount(String email, String keyId, PrivateKey key, URI tokens) implements TokenSource {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public HttpRequest request(String scope, Instant now) {
        return TokenCall.form(tokens, Map.of("grant_type", GRANT, "assertion", signed(scope, now)));
    }

    /** A JSON web token by RS256. */
    private String signed(String scope, Instant now) {
        String head = part(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId));
        String claims = part(Map.of(
                "iss", email,
                "scope", scope,
                "aud", tokens.toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond()));
        String text = head + '.' + claims;
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs by RSA and SHA-256", e);
        }
    }

    private static String part(Map<String, Object> fields) {
        return base64(JSON.writeValueAsBytes(fields));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String label() {
        return "Google's token service";
    }

    @Override
    public String advice() {
        return "check that the key of the file in GOOGLE_APPLICATION_CREDENTIALS still exists, and this machine's clock";
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServiceAccount " + email;
    }
}
