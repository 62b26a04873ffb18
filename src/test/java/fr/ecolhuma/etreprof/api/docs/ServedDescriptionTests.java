package fr.ecolhuma.etreprof.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is served as the description is for people: nothing for tests alone, and every example has its value. */
class ServedDescriptionTests extends DemoService {

    /** Where the linters of {@code .ci/lint-openapi} look for the document. */
    private static final Path FOR_LINTERS = Path.of("target/openapi.json");

    private JsonNode served() {
        return calls().get("/openapi.json").json();
    }

    @Test
    void nothingIsForTestsAlone() throws IOException {
        Calls.Answer answer = calls().get("/openapi.json");
        Files.writeString(FOR_LINTERS, answer.body());
        assertThat(answer.body()).doesNotContain("\"x-", "${");
        assertThat(document().json().toString()).as("the written one").contains("\"x-request\"", "\"x-fuzz\"");
    }

    @Test
    void noMemberIsNullOutsideOfExamples() {
        List<String> found = new ArrayList<>();
        nulls(document().json(), "", found);
        assertThat(found)
                .as("a comma in a text without quotes begins another member")
                .isEmpty();
    }

    private static void nulls(JsonNode node, String place, List<String> found) {
        node.forEachEntry((name, value) -> {
            if (value.isNull()) {
                found.add(place + "/" + name);
            }
            nulls(value, place + "/" + name, found);
        });
        if (node.isArray() && !place.endsWith("/enum")) {
            node.forEach(one -> nulls(one, place + "/[]", found));
        }
    }

    @Test
    void everyExampleHasAValue() {
        List<String> without = new ArrayList<>();
        int[] all = {0};
        for (JsonNode content : served().findValues("content")) {
            content.forEach(media -> media.path("examples").forEachEntry((name, example) -> {
                all[0]++;
                if (!example.has("value")) {
                    without.add(name + " " + example);
                }
            }));
        }
        assertThat(without).isEmpty();
        assertThat(all[0]).isGreaterThan(70);
    }

    /** Whoever tries the example of a call that changes something must not change anything. */
    @Test
    void examplesOfChangingCallsAreHarmless() {
        ApiDocument document = new ApiDocument(served());
        List<String> checked = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.node().get("security").toString().contains("admin_key")
                    && !operation.method().equals("GET")) {
                for (JsonNode parameter : document.parameters(operation)) {
                    checked.add("%s %s=%s"
                            .formatted(
                                    operation,
                                    parameter.get("name").stringValue(),
                                    parameter.path("example").asString("")));
                }
            }
        }
        assertThat(checked)
                .containsExactlyInAnyOrder(
                        "POST /clusters/recompute dry_run=true",
                        "POST /clusters/recompute force=",
                        "POST /clusters/recompute as_of=",
                        "POST /clusters/recompute Prefer=",
                        "POST /clusters/recompute Idempotency-Key=",
                        "DELETE /clusters/recompute/jobs/{job_id} job_id=00000000-0000-0000-0000-000000000000",
                        "POST /exports/check as_of=",
                        "POST /models/{version}/promote version=00000000-000000000000",
                        "POST /models/{version}/promote force=",
                        "POST /models/rollback to=00000000-000000000000",
                        "DELETE /user/{user_id} user_id=0",
                        "POST /actuator/loggers/{logger} logger=none");
    }

    @Test
    void theSameIsServedAsYaml() {
        Calls.Answer answer = calls().get("/openapi.yaml");
        assertThat(answer.header("content-type")).isEqualTo("application/yaml");
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.body());
        JsonNode fromYaml = JsonMapper.shared().valueToTree(read);
        assertThat(fromYaml.get("paths").propertyNames())
                .isEqualTo(served().get("paths").propertyNames());
        assertThat(fromYaml.at("/components/schemas/Counts")).isEqualTo(served().at("/components/schemas/Counts"));
    }

    @Test
    void theTextIsReadOnItsOwn() {
        JsonNode degre = served().at("/components/schemas/UserExport/properties/profile/properties/degre");
        assertThat(List.of(degre.get("minimum").intValue(), degre.get("maximum").intValue()))
                .containsExactly(0, 3);
    }
}
