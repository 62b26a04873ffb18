package fr.ecolhuma.etreprof.recompute.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTests {

    private static final String SECRET = "a secret of length";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ftp://example.org/hook         | a secret of length | ETREPROF_WEBHOOK_URL: found no http(s) address, or one with a user
            example.org/hook               | a secret of length | ETREPROF_WEBHOOK_URL: found no http(s) address
            https:///hook                  | a secret of length | ETREPROF_WEBHOOK_URL: found no http(s) address
            https://user:word@example.org/ | a secret of length | ETREPROF_WEBHOOK_URL: found no http(s) address, or one with a user
            https://example.org/a b        | a secret of length | ETREPROF_WEBHOOK_URL: found no http(s) address
            https://example.org/hook       | too short          | ETREPROF_WEBHOOK_SECRET: found 9 characters, expected 16 or more
            https://example.org/hook       | ''                 | ETREPROF_WEBHOOK_SECRET: found 0 characters, expected 16 or more
            https://example.org/hook       | whsec_not/base64!! | ETREPROF_WEBHOOK_SECRET: expected Base64 after whsec_
            ''                             | a secret of length | ETREPROF_WEBHOOK_SECRET: found a secret without an address
            """)
    void whatCannotBeMeantIsRefusedWithoutShowingIt(String url, String secret, String message) {
        assertThatThrownBy(() -> new WebhookSettings(url, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("user:word", SECRET);
    }

    @Test
    void neitherAddressNorSecretIsPrinted() {
        assertThat(new WebhookSettings("https://example.org/a-token", SECRET)).hasToString("WebhookSettings[on]");
        assertThat(new WebhookSettings("", "")).hasToString("WebhookSettings[off]");
    }

    /** The example that Standard Webhooks' libraries are tested with. */
    @Test
    void theSignatureIsThatOfStandardWebhooks() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
