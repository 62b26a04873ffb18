package fr.ecolhuma.etreprof.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VersionStatusTests {

    @Test
    void theCodesInAnswers() {
        assertThat(Arrays.stream(VersionStatus.values()).map(JsonMapper.shared()::writeValueAsString))
                .containsExactly("\"live\"", "\"previous\"", "\"candidate\"", "\"broken\"");
    }
}
