package fr.ecolhuma.etreprof.segmentation.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonasTests {

    @Test
    void theFourPersonasKeepTheirIds() {
        assertThat(Personas.shipped().all())
                .extracting(Persona::name)
                .containsExactly("Balanced Users", "Email Specialists", "Super Users", "Inactive Users");
        assertThat(Personas.shipped().size()).isEqualTo(4);
    }

    @Test
    void textsAndPrototypesAreRead() {
        Persona email = Personas.shipped().get(1);
        assertThat(email.nameFr()).isEqualTo("Adeptes de l'e-mail");
        assertThat(email.recommendedContentTypes()).containsExactly("tool_sheets", "infographics", "short_videos");
        assertThat(email.engagementApproach()).isEqualTo("convert_to_content_consumption");
        assertThat(email.nextSteps()).isNotBlank();
        assertThat(email.prototype()).isEqualTo(new Persona.Prototype(0.2, 1));
    }

    @Test
    void idsOutOfOrderAreRefused() {
        List<Persona> onlySecond = List.of(Personas.shipped().get(1));
        assertThatThrownBy(() -> new Personas(onlySecond)).hasMessageContaining("found persona id 1 at position 0");
    }
}
