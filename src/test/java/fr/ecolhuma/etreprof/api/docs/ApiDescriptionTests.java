package fr.ecolhuma.etreprof.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description tells the truth: every operation stands in it, and every example gets the answer it promises. */
class ApiDescriptionTests extends DemoService {

    private static final Set<String> ITSELF = Set.of(
            "GET /openapi.json",
            "GET /openapi.yaml",
            "GET /docs",
            "GET /docs/",
            "GET /docs/{file}",
            "GET /redoc",
            "GET /favicon.ico",
            "GET /docs/problems",
            "GET /docs/problems/",
            "GET /docs/problems/{code}");

    private static final Set<String> OF_SPRING = Set.of(
            "GET /livez",
            "GET /readyz",
            "GET /actuator/health",
            "GET /actuator/info",
            "GET /actuator/prometheus",
            "GET /actuator/loggers",
            "GET /actuator/loggers/{}",
            "POST /actuator/loggers/{}");

    /** What nobody needs a key for, however reading is set. */
    private static final Set<String> OPEN = Set.of("/", "/livez", "/readyz", "/actuator/health");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsAnswer() {
        ApiDocument document = document();
        RecordedAnswers recorded = new RecordedAnswers(document);
        return Stream.concat(
                document.examples()
                        .map(example ->
                                DynamicTest.dynamicTest(example.toString(), () -> check(document, recorded, example))),
                Stream.of(DynamicTest.dynamicTest("no other answer is recorded", recorded::end)));
    }

    private void check(ApiDocument document, RecordedAnswers recorded, ApiDocument.Example example) {
        Calls.Answer answer = call(document, example);
        assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
        String type = answer.header("content-type").replaceFirst(";.*", "");
        JsonNode content = example.response().path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        assertThat(content.propertyNames()).contains(type);
        JsonNode media = content.get(type).get("schema");
        JsonNode schema = media.path("contentSchema").isMissingNode() ? media : media.get("contentSchema");
        for (String body : type.endsWith("ndjson") ? answer.body().split("\n") : new String[] {answer.body()}) {
            if (type.contains("json")) {
                assertThat(document.errors(schema, JsonMapper.shared().readTree(body)))
                        .as(body)
                        .isEmpty();
            }
        }
        if (type.contains("json")) {
            recorded.check(example.at(type), schema, type, answer.body());
        }
    }

    private Calls.Answer call(ApiDocument document, ApiDocument.Example example) {
        JsonNode request = example.request();
        if (example.operation().path().startsWith("/clusters/recompute")) {
            awaitEndOfJob();
        }
        String address = address(document, example);
        if (address.contains(anyJob(document))) {
            address = calls().send("POST", "/clusters/recompute?dry_run=true", "Prefer", "respond-async")
                    .header("location");
        }
        List<String> headers = new ArrayList<>();
        request.path("headers").forEachEntry((name, value) -> headers.addAll(List.of(name, value.asString())));
        if (!example.operation().method().equals("POST") || !request.has("body")) {
            return calls().send(example.operation().method(), address, headers.toArray(String[]::new));
        }
        JsonNode body = request.get("body");
        String text = body.isString() ? body.stringValue() : body.toString();
        return calls().post(address, request.path("type").asString(""), text);
    }

    /** The id that stands for a job in the description, which there is not. */
    private static String anyJob(ApiDocument document) {
        return document.json().at("/components/parameters/job_id/example").stringValue();
    }

    private void awaitEndOfJob() {
        for (int i = 0; i < 600; i++) {
            JsonNode last = calls().get("/clusters/recompute/last").json();
            if (!List.of("queued", "running").contains(last.at("/last/state").asString(""))) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static String address(ApiDocument document, ApiDocument.Example example) {
        String address = example.operation().path();
        for (JsonNode parameter : document.parameters(example.operation())) {
            String name = parameter.get("name").stringValue();
            JsonNode changed = example.request().path("path").path(name);
            address = address.replace(
                    "{" + name + "}", encoded(changed.isMissingNode() ? parameter.path("example") : changed));
        }
        List<String> query = new ArrayList<>();
        example.request().path("query").forEachEntry((name, value) -> query.add(name + "=" + encoded(value)));
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
    }

    @Test
    void everyOperationOfTheServiceIsDescribedAndNoOther() {
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("fr.ecolhuma")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().forEach(path -> served.add(verb + " " + path)));
            }
        });
        served.removeAll(ITSELF);
        Set<String> described = new TreeSet<>();
        document().operations().forEach(operation -> described.add(unnamed(operation.toString())));
        assertThat(described).containsAll(OF_SPRING);
        described.removeAll(OF_SPRING);
        Set<String> expected = new TreeSet<>();
        served.forEach(operation -> expected.add(unnamed(operation)));
        assertThat(described).isEqualTo(expected);
    }

    /** A path's parameters may have other names in the code. */
    private static String unnamed(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void whatMayNeedAKeyAndHasAnAllowanceSaysSo() {
        for (ApiDocument.Operation operation : document().operations()) {
            boolean open = OPEN.contains(operation.path());
            JsonNode responses = operation.node().path("responses");
            assertThat(responses.has("401")).as("401 of %s", operation).isEqualTo(!open);
            assertThat(responses.has("429")).as("429 of %s", operation).isEqualTo(!open);
        }
    }

    @Test
    void anotherMethodIsRefusedWhereTheDescriptionHasNone() {
        for (ApiDocument.Operation operation : document().operations()) {
            if (operation.node().path("responses").has("405")) {
                String address = operation.path().replaceAll("\\{[^}]*}", "1");
                Calls.Answer answer = calls().send("PATCH", address);
                Calls.problem(answer, 405);
                assertThat(answer.header("allow").toUpperCase(Locale.ROOT)).contains(operation.method());
            }
        }
    }

    @Test
    void everyIdIsUsedOnceAndEveryReferenceLeadsSomewhere() {
        ApiDocument document = document();
        List<String> ids = document.operations().stream()
                .map(operation -> operation.node().get("operationId").stringValue())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (JsonNode reference : document.json().findValues("$ref")) {
            assertThat(document.json().at(reference.stringValue().substring(1)).isMissingNode())
                    .as(reference.stringValue())
                    .isFalse();
        }
    }
}
