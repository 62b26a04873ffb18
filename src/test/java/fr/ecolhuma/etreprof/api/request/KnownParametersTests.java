package fr.ecolhuma.etreprof.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.DemoService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No controller skips a parameter that it does not take; what it takes is what the description says. */
class KnownParametersTests extends DemoService {

    /** Spring answers these, for those who watch the service. */
    private static final List<String> OF_SPRING = List.of("/livez", "/readyz", "/actuator");

    @TestFactory
    Stream<DynamicTest> everyOperationRefusesWhatItDoesNotTake() {
        ApiDocument document = document();
        return document.operations().stream()
                .filter(operation -> OF_SPRING.stream().noneMatch(operation.path()::startsWith))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> refuses(document, operation)));
    }

    private void refuses(ApiDocument document, ApiDocument.Operation operation) {
        JsonNode problem = Calls.problem(call(document, operation, "?limt=1"), 400);
        List<String> names = document.parameters(operation).stream()
                .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                .map(parameter -> parameter.get("name").stringValue())
                .toList();
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("found the unknown parameter 'limt', expected "
                        + (names.isEmpty() ? "none" : "one of " + names));
        if (!operation.method().equals("GET")) {
            Calls.problem(call(document, operation, "?utm_source=x"), 400);
        }
    }

    private Answer call(ApiDocument document, ApiDocument.Operation operation, String query) {
        String address = operation.path();
        for (JsonNode parameter : document.parameters(operation)) {
            address = address.replace(
                    "{" + parameter.get("name").stringValue() + "}",
                    parameter.path("example").asString(""));
        }
        Stream<String> types = operation.node().path("requestBody").path("content").propertyNames().stream();
        return operation.method().equals("POST")
                ? calls().post(address + query, types.findFirst().orElse(""), "")
                : calls().send(operation.method(), address + query);
    }

    /** Clients mistype names, and send filters of the personal lists to those of a segment, which do not have them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /recommend/2?seen=true&limit=1      | seen
            /recommend/2?limit=1&limt=1         | limt
            /recommend/2?Limit=1                | Limit
            /recommend/2?%6cimt=1               | limt
            /clusters?from=x                    | from
            /?x                                 | x
            /user/26/profile?limit=1            | limit
            /docs?theme=dark                    | theme
            """)
    void aReadNamesIt(String path, String name) {
        String detail = Calls.problem(calls().get(path), 400).get("detail").stringValue();
        assertThat(detail).startsWith("found the unknown parameter '" + name + "', expected ");
        assertThat(calls().send("HEAD", path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/2", "/user/26/profile", "/docs", "/user/26/recommendations"})
    void aReadMayBeTracked(String path) {
        String plain = calls().get(path).body();
        for (String query : List.of("?_=1752184799", "?utm_source=lettre&utm_medium=email", "?&", "?")) {
            assertThat(calls().get(path + query).body()).isEqualTo(plain);
        }
    }

    @Test
    void whatSpringAnswersTakesWhatMonitorsSend() {
        for (String path : List.of("/livez", "/readyz", "/actuator/health", "/actuator/prometheus")) {
            assertThat(calls().get(path + "?x=1").status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aLongNameIsCut() {
        String detail = Calls.problem(calls().get("/clusters?" + "n".repeat(3_000)), 400)
                .get("detail")
                .stringValue();
        assertThat(detail).hasSizeLessThan(120);
    }
}
