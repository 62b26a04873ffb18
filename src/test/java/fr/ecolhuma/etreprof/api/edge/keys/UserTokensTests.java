package fr.ecolhuma.etreprof.api.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.edge.keys.UserTokens.Issued;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens written by hand, byte by byte, beside those that the service signs. */
class UserTokensTests {

    private static final String OLD = "an old secret of thirty-two bytes";
    private static final String NEW = "a new secret, also of thirty-two bytes";
    private static final Instant NOW = Instant.parse("2026-10-01T21:44:59.500Z");
    private static final long LATER = NOW.getEpochSecond() + 60;

    private static UserTokens at(Instant now, String... secrets) {
        return new UserTokens(
                new TokenSettings(List.of(secrets), Duration.ofMinutes(15)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String header, String claims, String algorithm, String secret) throws Exception {
        String content = part(header) + "." + part(claims);
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hs256(String claims, String secret) throws Exception {
        return signed("{\"alg\":\"HS256\"}", claims, "HmacSHA256", secret);
    }

    private static String claims(String user, long end) {
        return "{\"sub\":\"%s\",\"aud\":\"etreprof-ml-api\",\"exp\":%d}".formatted(user, end);
    }

    private static void assertRefused(String token, String reason) {
        assertThat(at(NOW, NEW).read(token))
                .hasValueSatisfying(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Invalid.class,
                                invalid -> assertThat(invalid.reason()).contains(reason)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 26, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void aTokenSaysItsUserUntilItExpires(long user) {
        Issued issued = at(NOW, NEW).issue(user).orElseThrow();
        assertThat(issued.expiresAt()).isEqualTo("2026-10-01T21:59:59Z");
        assertThat(at(issued.expiresAt().minusMillis(1), NEW).read(issued.token()))
                .hasValue(new Reading.Valid(user));
        assertThat(at(issued.expiresAt(), NEW).read(issued.token()))
                .hasValue(
                        new Reading.Invalid("found a user token that expired at 2026-10-01T21:59:59Z; get a new one"));
    }

    @Test
    void theFirstSecretSignsAndEachVerifies() {
        String before = at(NOW, OLD).issue(26).orElseThrow().token();
        String between = at(NOW, NEW, OLD).issue(26).orElseThrow().token();
        assertThat(at(NOW, NEW, OLD).read(before)).hasValue(new Reading.Valid(26));
        assertThat(at(NOW, NEW).read(between)).hasValue(new Reading.Valid(26));
        assertRefused(before, "signed with another secret");
    }

    @Test
    void aTokenWrittenByHandIsValid() throws Exception {
        assertThat(at(NOW, NEW).read(hs256(claims("26", LATER), NEW))).hasValue(new Reading.Valid(26));
    }

    @Test
    void anotherSignatureIsRefused() throws Exception {
        String claims = claims("26", LATER);
        assertRefused(hs256(claims, OLD), "signed with another secret");
        assertRefused(signed("{\"alg\":\"HS512\"}", claims, "HmacSHA512", NEW + NEW), "not signed by HS256");
        assertRefused(signed("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", claims, "HmacSHA256", NEW), "secret");
        assertRefused(part("{\"alg\":\"none\"}") + "." + part(claims) + ".", "not signed by HS256");
        assertRefused(part("{\"alg\":\"none\"}") + "." + part(claims) + "." + part("x"), "user token");
        String good = hs256(claims, NEW);
        String forged = good.substring(0, good.indexOf('.')) + "." + part(claims("27", LATER))
                + good.substring(good.lastIndexOf('.'));
        assertRefused(forged, "signed with another secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"sub":"26","aud":"etreprof-ml-api"}                 | another service
            {"sub":"26","aud":"platform","exp":4102444800}       | another service
            {"sub":"26","exp":4102444800}                        | another service
            {"aud":"etreprof-ml-api","exp":4102444800}           | another service
            {"sub":"jeanne","aud":"etreprof-ml-api","exp":4102444800} | cannot be read
            {"sub":"26","aud":"etreprof-ml-api","exp":"soon"}    | cannot be read
            [1]                                                  | cannot be read
            """)
    void otherClaimsAreRefused(String claims, String reason) throws Exception {
        assertRefused(hs256(claims, NEW), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "..", "eyJ.eyJ.x", "é.é.é", "bnVsbA.bnVsbA.bnVsbA"})
    void garbageIsRefused(String token) {
        assertRefused(token, "cannot be read");
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertRefused("x".repeat(3_000) + "..", "found a user token of 3002 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r1", "a.b", "a.b.c.d.e"})
    void anyOtherTextIsNotAToken(String text) {
        assertThat(at(NOW, NEW).read(text)).isEmpty();
    }

    @Test
    void withoutASecretThereAreNoTokens() {
        String token = at(NOW, NEW).issue(26).orElseThrow().token();
        assertThat(at(NOW).issue(26)).isEmpty();
        assertThat(at(NOW).read(token)).isEmpty();
    }

    @Test
    void aShortSecretIsRefusedAndNotShown() {
        assertThatThrownBy(() -> at(NOW, NEW, "x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ETREPROF_TOKEN_SECRET: found a secret of 31 bytes, expected 32 or more; 'openssl rand -base64 48' makes one");
        assertThat(at(NOW, "x".repeat(32)).issue(26)).isPresent();
        assertThat(new TokenSettings(List.of(NEW), Duration.ofMinutes(1)).toString())
                .doesNotContain(NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "PT25H"})
    void anImpossibleLifetimeIsRefused(Duration lifetime) {
        assertThatThrownBy(() -> new TokenSettings(List.of(), lifetime))
                .hasMessageContaining("ETREPROF_TOKEN_LIFETIME");
    }
}
