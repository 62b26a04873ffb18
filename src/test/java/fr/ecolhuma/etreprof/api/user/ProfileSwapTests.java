package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A profile that was asked for before is never of another model than the one that is served. */
class ProfileSwapTests extends RunningService {

    private static final String PATH = "/user/400/profile";

    @Test
    void anotherModelMakesAnotherProfile() {
        JsonNode before = calls().get(PATH).json();
        assertThat(calls().get(PATH).json()).isEqualTo(before);
        assertThat(before.at("/data/cluster/id").intValue()).isEqualTo(3);
        TestData.exports(EXPORTS, Map.of(400, 2));
        String version = calls().recompute().json().get("model_version").stringValue();
        JsonNode after = calls().get(PATH).json();
        assertThat(after.get("model_version").stringValue()).isEqualTo(version);
        assertThat(after.at("/data/cluster/id").intValue()).isEqualTo(2);
        TestData.exports(EXPORTS);
        assertThat(calls().recompute().status()).isEqualTo(200);
        assertThat(calls().get(PATH).json().at("/data/cluster/id").intValue()).isEqualTo(3);
    }
}
