package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.Role;
import fr.ecolhuma.etreprof.api.request.Allowance;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitsTests {

    private final RateLimits rates = new RateLimits(new AccessSettings(
            AccessSettings.Read.AUTO, List.of(), "", List.of(), List.of(), new AccessSettings.Rates(3, 2, 0)));

    private Allowance take(String method, String path, String address, @Nullable String key) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        rates.take(request, key);
        return Allowance.of(request);
    }

    private Allowance classify(String address) {
        return take("POST", "/classify", address, null);
    }

    private void read(String address) {
        take("GET", "/user/1/profile", address, null);
    }

    @Test
    void eachCallerHasAnAllowanceOfEachKind() {
        for (int i = 0; i < 3; i++) {
            read("203.0.113.7");
        }
        assertThatThrownBy(() -> read("203.0.113.7"))
                .isInstanceOf(ApiException.class)
                .hasMessageMatching("found more than 3 such requests a minute; wait for \\d+ s");
        assertThatCode(() -> read("203.0.113.8")).doesNotThrowAnyException();
        assertThatCode(() -> take("POST", "/classify", "203.0.113.7", null)).doesNotThrowAnyException();
        assertThatCode(() -> take("GET", "/user/1/profile", "203.0.113.7", "key web"))
                .as("a key has an allowance of its own")
                .doesNotThrowAnyException();
    }

    @Test
    void aRateOfNoneHasNoLimit() {
        assertThatCode(() -> {
                    for (int i = 0; i < 100; i++) {
                        take("POST", "/clusters/recompute", "203.0.113.7", null);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aNameOfAKeyIsNotAnAddress() {
        for (int i = 0; i < 3; i++) {
            take(
                    "GET",
                    "/clusters",
                    "192.0.2.1",
                    new Caller.WithKey(new NamedKey("203.0.113.7", Role.READER)).allowance());
        }
        assertThatCode(() -> read("203.0.113.7")).doesNotThrowAnyException();
    }

    @Test
    void aHeavyCallTakesMoreOfTheAllowance() {
        Allowance text = classify("203.0.113.7");
        assertThat(text.take(1)).isZero();
        assertThat(text.take(1)).isPositive();
        assertThatCode(() -> text.require(0)).as("nothing is free").doesNotThrowAnyException();
        assertThatThrownBy(() -> classify("203.0.113.7"))
                .hasMessageMatching(
                        "found more than 2 ordinary texts a minute \\(a long text, a document or a batch counts as several\\); wait for \\d+ s");
    }

    @Test
    void noCallCostsMoreThanAMinutesAllowance() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/classify");
        request.setRemoteAddr("203.0.113.9");
        Allowance fresh = rates.of(request, null);
        assertThatCode(() -> fresh.require(1_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> fresh.require(1_000))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.retryAfter())
                                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    /** Each caller by IPv6 has 2^64 addresses; a mapped address is one of IPv4. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0::2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.7, ::ffff:203.0.113.7, true",
        "unknown, unknown, true"
    })
    void aCallerByIpv6IsKnownByItsNetwork(String first, String second, boolean same) {
        assertThat(classify(first).caller().equals(classify(second).caller())).isEqualTo(same);
    }
}
