package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AdminRuleTests {

    private final AdminRule withToken =
            Access.of(AccessSettings.Read.AUTO, " sésame ").admin();
    private final AdminRule withoutToken =
            Access.of(AccessSettings.Read.AUTO, " ").admin();

    private static MockHttpServletRequest from(String address) {
        return Access.request("POST", "/clusters/recompute", address);
    }

    private static MockHttpServletRequest with(String header, String value) {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader(header, value);
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1"})
    void withoutATokenThisMachineMay(String address) {
        assertThatCode(() -> withoutToken.require(from(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.0.2.2", "203.0.113.7", "2001:db8::1", "0.0.0.0"})
    void withoutATokenOthersMayNot(String address) {
        assertThatThrownBy(() -> withoutToken.require(from(address)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ETREPROF_ADMIN_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-for", "Origin"})
    void withoutATokenARelayedCallMayNot(String header) {
        assertThatThrownBy(() -> withoutToken.require(with(header, ""))).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sésame", "bearer sésame", "BEARER  sésame "})
    void theTokenOpensFromAnywhere(String authorization) {
        MockHttpServletRequest request = from("203.0.113.7");
        request.addHeader("Authorization", authorization);
        request.addHeader("Origin", "https://example.org");
        assertThatCode(() -> withToken.require(request)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer sesame", "Bearer sésame!", "Basic sésame", "sésame"})
    void anythingElseDoesNotEvenFromThisMachine(String authorization) {
        assertThatThrownBy(() -> withToken.require(with("Authorization", authorization)))
                .isInstanceOf(ApiException.class)
                .hasMessageNotContaining("sésame");
    }

    @Test
    void withATokenItMustBeSent() {
        assertThatThrownBy(() -> withToken.require(from("127.0.0.1")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("found no bearer token");
    }
}
