package fr.ecolhuma.etreprof.api.edge.headers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.edge.access.AccessSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class FixedHeadersTests {

    private static MockHttpServletResponse answer(boolean secure, String... origins) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FixedHeaders(new AccessSettings(
                        AccessSettings.Read.AUTO,
                        List.of(),
                        "",
                        List.of(origins),
                        List.of(),
                        new AccessSettings.Rates(0, 0, 0)))
                .write(secure, response);
        return response;
    }

    @Test
    void onlyWhoSpeaksHttpsIsToldToGoOn() {
        assertThat(answer(true).getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(answer(false).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void whereOriginsAreNamedAnswersVaryByOrigin() {
        assertThat(answer(false, "https://etreprof.fr").getHeader("Vary")).isEqualTo("Origin");
        assertThat(answer(false).getHeader("Vary")).isNull();
    }
}
