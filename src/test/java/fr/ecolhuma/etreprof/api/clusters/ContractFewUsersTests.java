package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A segment of three users: nothing public tells of them, nor what would give their number away. */
class ContractFewUsersTests extends RunningService {

    private static final int FEW = 2;
    /** Of 18, 10, 3 and 29 the next greater one. */
    private static final int HIDDEN_TOO = 1;

    private String version;

    /** Three of the six Super Users become Inactive. */
    @BeforeAll
    void leaveThree() {
        TestData.exports(EXPORTS, Map.of(300, 3, 301, 3, 302, 3));
        JsonNode body = calls().send("POST", "/clusters/recompute?force=true").json();
        assertThat(body.get("cluster_distribution").toString())
                .as("the admin sees it")
                .isEqualTo("{\"cluster_0\":18,\"cluster_1\":10,\"cluster_2\":3,\"cluster_3\":29}");
        version = body.get("model_version").stringValue();
    }

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    private JsonNode ok(String path) {
        Calls.Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theSegmentHasNoFigures() {
        JsonNode clusters = ok("/clusters").get("clusters");
        JsonNode few = clusters.get(String.valueOf(FEW));
        assertThat(few.get("name").stringValue()).isEqualTo("Super Users");
        assertThat(few.get("description").isNull()).isTrue();
        assertThat(few.get("top_themes")).isEmpty();
        assertThat(few.get("profile")).isNotEmpty().allMatch(JsonNode::isNull);
        for (int segment : new int[] {FEW, HIDDEN_TOO}) {
            JsonNode one = clusters.get(String.valueOf(segment));
            assertThat(one.get("count").isNull()).isTrue();
            assertThat(one.get("percentage").isNull()).isTrue();
            assertThat(one.at("/profile/size").isNull()).isTrue();
            assertThat(one.at("/profile/count").isNull()).isTrue();
            assertThat(one.at("/profile/percentage").isNull()).isTrue();
        }
        assertThat(clusters.at("/" + HIDDEN_TOO + "/profile/nb_opened_mail").doubleValue())
                .isPositive();
        assertThat(clusters.at("/3/count").intValue()).isEqualTo(29);
    }

    @Test
    void neitherDoesTheHistoryNorTheVersionTellTheNumber() {
        JsonNode clusters = ok("/clusters/history")
                .get("versions")
                .valueStream()
                .filter(one -> one.get("model_version").stringValue().equals(version))
                .findFirst()
                .orElseThrow()
                .get("clusters");
        assertThat(clusters.get(FEW).get("means").isNull()).isTrue();
        assertThat(clusters.get(HIDDEN_TOO).get("means").isNull()).isFalse();
        for (int segment : new int[] {FEW, HIDDEN_TOO}) {
            assertThat(clusters.get(segment).get("size").isNull()).isTrue();
            assertThat(clusters.get(segment).get("percentage").isNull()).isTrue();
        }
        assertThat(ok("/models/" + version).at("/model/quality/sizes").toString())
                .isEqualTo("[18,null,null,29]");
    }

    @Test
    void theRestOfTheServiceAnswers() {
        assertThat(ok("/recommend/" + FEW).at("/recommendations/cluster_id").intValue())
                .isEqualTo(FEW);
        assertThat(ok("/user/303/profile").at("/data/cluster/id").intValue()).isEqualTo(FEW);
        assertThat(ok("/clusters/diagnostics").at("/distributions/" + FEW).isNull())
                .isTrue();
    }
}
