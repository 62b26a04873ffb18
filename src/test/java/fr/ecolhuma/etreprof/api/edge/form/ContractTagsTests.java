package fr.ecolhuma.etreprof.api.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads have a tag, which changes with the version, the language, the format and the parameters, and with nothing else. */
class ContractTagsTests extends RunningService {

    /** What states the moment has no tag. */
    private static final List<String> STATES = List.of("/livez", "/readyz", "/actuator");

    private String tag(String path, String... headers) {
        Answer answer = calls().get(path, headers);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.header("etag");
    }

    private String address(String path, String version) {
        return path.replace("{cluster_id}", "1")
                        .replace("{user_id}", "100")
                        .replace("{content_type}", "article")
                        .replace("{content_id}", "1")
                        .replace("{version}", version)
                        .replace("{logger}", "ROOT")
                        .replace("{job_id}", job())
                + (path.endsWith("transitions") ? "?from=%s&to=%s".formatted(version, version) : "");
    }

    private String job() {
        return calls().get("/clusters/recompute/jobs").json().at("/jobs/0/id").stringValue();
    }

    private List<String> reads() {
        String version = calls().get("/").json().get("model_version").stringValue();
        return ApiDocument.written(version).operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> address(operation.path(), version))
                .toList();
    }

    @Test
    void everyReadHasATagAndA304() {
        TreeSet<String> without = new TreeSet<>();
        for (String path : reads()) {
            if (path.equals("/model/classifier")) {
                // the test's model has none
                continue;
            }
            Answer whole = calls().get(path);
            assertThat(whole.status()).as("%s %s", path, whole.body()).isEqualTo(200);
            String tag = whole.header("etag");
            if (tag.isEmpty()) {
                without.add(path);
                continue;
            }
            Answer unchanged = calls().get(path, "If-None-Match", tag);
            assertThat(unchanged.status()).as(path).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            Map<String, Object> expected = new TreeMap<>(whole.headers().map());
            Map<String, Object> headers = new TreeMap<>(unchanged.headers().map());
            List.of("date", "content-type", "content-length").forEach(name -> {
                expected.remove(name);
                headers.remove(name);
            });
            assertThat(headers).as(path).isEqualTo(expected);
        }
        assertThat(without).allMatch(path -> STATES.stream().anyMatch(path::startsWith));
        assertThat(without).hasSize(7);
    }

    @Test
    void anotherVersionHasAnotherTag() {
        List<String> paths = List.of(
                "/",
                "/clusters",
                "/clusters?format=csv",
                "/clusters/1/users",
                "/clusters/1/users?format=csv",
                "/recommend/1",
                "/recommend/1?theme=mathematics",
                "/recommend/1?format=csv",
                "/content/article/1/similar",
                "/user/100/profile",
                "/user/100/recommendations",
                "/user/100/export",
                "/models",
                "/model/recommender",
                "/openapi.json",
                "/openapi.yaml");
        Map<String, String> before = paths.stream().collect(Collectors.toMap(path -> path, path -> tag(path)));
        TestData.exports(EXPORTS, Map.of(400, 2));
        calls().recompute();
        before.forEach((path, tag) -> assertThat(tag(path)).as(path).isNotEqualTo(tag));
        TestData.exports(EXPORTS);
        calls().recompute();
        for (String path : List.of("/clusters", "/recommend/1", "/clusters/1/users?format=csv", "/openapi.json")) {
            assertThat(tag(path))
                    .as("%s of the version that is live again", path)
                    .isEqualTo(before.get(path));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/recommend/1?limit=3, /recommend/1?limit=4",
        "/recommend/1, /recommend/2",
        "/recommend/1?type=article, /recommend/1?type=kit",
        "/clusters, /clusters?format=csv",
        "/clusters/1/users, /clusters/1/users?format=csv",
        "/clusters/1/users?limit=2, /clusters/1/users?limit=2&offset=2",
        "/content/article/1/similar, /content/article/1/similar?limit=3",
        "/user/100/profile, /user/101/profile",
        "/docs?lang=en, /docs?lang=fr",
        "/openapi.json, /openapi.yaml"
    })
    void anotherParameterHasAnotherTag(String one, String other) {
        assertThat(tag(one)).isNotEqualTo(tag(other)).isEqualTo(tag(one));
    }

    @ParameterizedTest
    @CsvSource({"/docs", "/docs/problems/", "/docs/problems/unknown-user"})
    void anotherLanguageHasAnotherTag(String path) {
        String french = tag(path, "Accept-Language", "fr");
        assertThat(french).isNotEqualTo(tag(path, "Accept-Language", "en"));
        Answer unchanged = calls().get(path, "Accept-Language", "fr", "If-None-Match", french);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.headers().allValues("vary")).contains("Accept-Language", "Accept-Encoding");
        assertThat(unchanged.header("cache-control")).isEqualTo("no-cache");
        assertThat(calls().get(path, "Accept-Language", "en", "If-None-Match", french)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void personalAnswersAreNotStored() {
        for (String path : List.of("/user/100/profile", "/user/100/recommendations", "/clusters/1/users")) {
            assertThat(calls().get(path, "If-None-Match", tag(path)).header("cache-control"))
                    .isEqualTo("no-cache, no-store, max-age=0, must-revalidate");
        }
    }

    /** As the actuator answers for a name that it does not know. */
    @Test
    void anErrorWithoutABodyGetsAProblem() {
        assertThat(Calls.problem(calls().get("/actuator/loggers/nothing"), 404)
                        .get("code")
                        .stringValue())
                .isEqualTo("no-such-path");
    }

    @Test
    void anErrorHasNoTag() {
        assertThat(calls().get("/user/1/profile").header("etag")).isEmpty();
        assertThat(calls().get("/user/1/profile", "If-None-Match", "*").status())
                .isEqualTo(404);
    }
}
