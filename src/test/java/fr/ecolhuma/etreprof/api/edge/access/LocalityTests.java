package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What shows that a request from a local address is not local, and that the refusal names it. */
class LocalityTests {

    private static MockHttpServletRequest local() {
        return Access.request("DELETE", "/user/26", "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8000",
                "127.0.0.1",
                "127.0.0.1:65535",
                "[::1]",
                "[::1]:8000",
            })
    void aLocalHostIsLocal(String host) {
        MockHttpServletRequest request = local();
        request.removeHeader("Host");
        request.addHeader("Host", host);
        assertThat(Locality.obstacle(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etreprof.fr",
                "app",
                "localhost.evil.example",
                "evil.example:8000",
                "127.0.0.1.nip.io",
                "localhost:8000@evil.example",
                "::1",
                "0.0.0.0:8000",
                "localhost:",
                ""
            })
    void anotherHostIsNot(String host) {
        MockHttpServletRequest request = local();
        request.removeHeader("Host");
        request.addHeader("Host", host);
        assertThat(Locality.obstacle(request).map(Locality.Obstacle::cause))
                .hasValueSatisfying(cause -> assertThat(cause).startsWith("found the Host '%s'".formatted(host)));
    }

    @Test
    void noHostIsNot() {
        MockHttpServletRequest request = local();
        request.removeHeader("Host");
        assertThat(Locality.isLocal(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin           | a web page (header Origin)
            X-Forwarded-For  | a proxy (header X-Forwarded-For)
            x-forwarded-host | a proxy (header x-forwarded-host)
            X-Forwarded      | a proxy (header X-Forwarded)
            Forwarded        | a proxy (header Forwarded)
            Via              | a proxy (header Via)
            X-Real-IP        | a proxy (header X-Real-IP)
            CF-Connecting-IP | a proxy (header CF-Connecting-IP)
            True-Client-IP   | a proxy (header True-Client-IP)
            """)
    void aHeaderOfAProxyOrAPageIsNamed(String header, String cause) {
        for (String value : new String[] {"127.0.0.1", "localhost", ""}) {
            MockHttpServletRequest request = local();
            request.addHeader(header, value);
            assertThat(Locality.obstacle(request).map(Locality.Obstacle::cause))
                    .hasValue("found a call " + (header.equals("Origin") ? "from " : "through ") + cause);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/0.9", "HTTP/2.0"})
    void anotherProtocolIsNot(String protocol) {
        MockHttpServletRequest request = local();
        request.setProtocol(protocol);
        assertThat(Locality.obstacle(request).map(Locality.Obstacle::cause))
                .hasValueSatisfying(cause -> assertThat(cause).contains(protocol));
    }

    @Test
    void anAddressThatATrustedProxyHasSaidIsNot() {
        MockHttpServletRequest request = local();
        request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
        assertThat(Locality.obstacle(request).map(Locality.Obstacle::cause))
                .hasValueSatisfying(cause -> assertThat(cause).contains("ETREPROF_TRUSTED_PROXIES"));
    }

    @Test
    void anotherMachineIsNot() {
        assertThat(Locality.obstacle(Access.request("GET", "/", "192.0.2.7")).map(Locality.Obstacle::cause))
                .hasValue("found a caller on another machine");
    }
}
