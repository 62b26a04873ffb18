package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.Role;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitsTests {

    private final RateLimits rates = new RateLimits(new AccessSettings(
            AccessSettings.Read.AUTO, List.of(), "", List.of(), List.of(), new AccessSettings.Rates(3, 2, 0)));

    private void take(String method, String path, String address, @Nullable String key) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        rates.take(request, key);
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
}
