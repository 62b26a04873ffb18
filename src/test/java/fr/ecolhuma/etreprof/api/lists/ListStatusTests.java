package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ListStatusTests {

    @Test
    void theWordsInAnswers() {
        assertThat(Arrays.stream(ListStatus.values()).map(JsonMapper.shared()::writeValueAsString))
                .containsExactly(
                        "\"ok\"",
                        "\"no content passes the filters\"",
                        "\"no content is left: all are filtered out, excluded or already used\"");
    }
}
