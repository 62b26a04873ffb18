package fr.ecolhuma.etreprof.ingestion.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recompute.UtcClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GoogleTokensTests {

    private static final String SCOPE = "https://www.googleapis.com/auth/bigquery";

    @TempDir
    Path folder;

    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private final Ticking clock = new Ticking();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"access_token\": \"one\", \"expires_in\": 3600}";

    /** A clock that the test sets. */
    private static final class Ticking extends UtcClock {

        private Instant now = Instant.parse("2025-07-10T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            Map<String, String> form = new TreeMap<>();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (String field : body.split("&")) {
                form.put(field.split("=")[0], URLDecoder.decode(field.split("=")[1], StandardCharsets.UTF_8));
            }
            forms.add(form);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String tokenUri() {
        return "http://localhost:%d/token".formatted(server.getAddress().getPort());
    }

    private GoogleTokens tokens(Map<String, String> keyFile) throws IOException {
        return tokens(JsonMapper.shared().writeValueAsString(keyFile));
    }

    private GoogleTokens tokens(String keyFile) throws IOException {
        return new GoogleTokens(Files.writeString(folder.resolve("key.json"), keyFile), "metadata.invalid", clock);
    }

    private GoogleTokens ofServiceAccount(KeyPair keys) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return tokens(Map.of(
                "type", "service_account",
                "client_email", "etreprof@project.iam.gserviceaccount.com",
                "private_key_id", "k1",
                "private_key", pem,
                "token_uri", tokenUri()));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Nimbus, which has no part in the signing, judges it. */
    @Test
    void aServiceAccountSignsForItsScope() throws Exception {
        KeyPair keys = keys();
        assertThat(ofServiceAccount(keys).token(SCOPE)).isEqualTo("one");
        assertThat(forms.getFirst()).containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        SignedJWT signed = SignedJWT.parse(forms.getFirst().get("assertion"));
        assertThat(signed.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())))
                .isTrue();
        assertThat(signed.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(signed.getJWTClaimsSet().getIssuer()).isEqualTo("etreprof@project.iam.gserviceaccount.com");
        assertThat(signed.getJWTClaimsSet().getAudience()).containsExactly(tokenUri());
        assertThat(signed.getJWTClaimsSet().getStringClaim("scope")).isEqualTo(SCOPE);
        assertThat(signed.getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo(clock.instant());
        assertThat(signed.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void aTokenIsUsedAgainUntilShortlyBeforeItsEnd() throws Exception {
        GoogleTokens tokens = ofServiceAccount(keys());
        tokens.token(SCOPE);
        clock.now = clock.now.plusSeconds(3_500);
        answer = "{\"access_token\": \"two\", \"expires_in\": 3600}";
        assertThat(tokens.token(SCOPE)).isEqualTo("one");
        clock.now = clock.now.plusSeconds(60);
        assertThat(tokens.token(SCOPE)).isEqualTo("two");
        assertThat(tokens.token("another scope")).isEqualTo("two");
        assertThat(forms).hasSize(3);
    }

    @Test
    void aLoginOfGcloudIsRefreshed() throws IOException {
        GoogleTokens tokens = tokens(Map.of(
                "type", "authorized_user",
                "client_id", "id",
                "client_secret", "s&cret",
                "refresh_token", "r",
                "token_uri", tokenUri()));
        assertThat(tokens.token(SCOPE)).isEqualTo("one");
        assertThat(forms)
                .containsExactly(Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "id",
                        "client_secret", "s&cret",
                        "refresh_token", "r"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, {}, 'answered 400, expected 200'",
        "200, {}, answered without a token",
        "200, <, answered without a token"
    })
    void anAnswerWithoutATokenIsRefused(int code, String body, String found) throws Exception {
        status = code;
        answer = body;
        GoogleTokens tokens = ofServiceAccount(keys());
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> tokens.token(SCOPE))
                .withMessage(
                        "no access to Google: Google's token service: %s; check that the key of the file in"
                                + " GOOGLE_APPLICATION_CREDENTIALS still exists, and this machine's clock",
                        found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json | is not JSON
            {"type": "external_account"} | is of another kind
            {"type": "service_account", "client_email": "e"} | has no private_key_id
            {"type": "service_account", "client_email": "e", "private_key_id": "k", "private_key": "secret!"} | has no private key that can be read
            """)
    void anotherFileIsRefusedAndNotShown(String keyFile, String found) throws IOException {
        GoogleTokens tokens = tokens(keyFile);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> tokens.token(SCOPE))
                .withMessage(
                        "the file of GOOGLE_APPLICATION_CREDENTIALS %s; expected the JSON key of a service account",
                        found);
    }

    @Test
    void outsideOfGoogleItIsSaidWhatToSet() {
        GoogleTokens tokens = new GoogleTokens(null, "metadata.invalid", clock);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> tokens.token(SCOPE))
                .withMessageStartingWith(
                        "no access to Google: Google's metadata server: the name of the host does not resolve")
                .withMessageEndingWith(
                        "outside of Google Cloud set GOOGLE_APPLICATION_CREDENTIALS to the key file of a service"
                                + " account; inside, give the service one");
    }
}
