package fr.ecolhuma.etreprof.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus reads: requests by route, and the model that is served. */
class MetersTests extends RunningService {

    private double requests(String method, String uri, int status) {
        Pattern line = Pattern.compile(
                "http_server_requests_seconds_count\\{method=\"%s\",status=\"%d\",uri=\"%s\"} ([0-9.E]+)"
                        .formatted(method, status, Pattern.quote(uri)));
        Matcher matcher = line.matcher(calls().get("/actuator/prometheus").body());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        double clusters = requests("GET", "/clusters", 200);
        double unknown = requests("GET", "/user/{user_id}/profile", 404);
        double nowhere = requests("GET", "other", 404);
        calls().get("/clusters");
        calls().get("/user/999999999/profile");
        calls().get("/nowhere/at/all");
        assertThat(requests("GET", "/clusters", 200)).isEqualTo(clusters + 1);
        assertThat(requests("GET", "/user/{user_id}/profile", 404)).isEqualTo(unknown + 1);
        assertThat(requests("GET", "other", 404)).isEqualTo(nowhere + 1);
    }

    @Test
    void theServedModelIsNamed() {
        calls().get("/actuator/prometheus");
        String version = calls().get("/").json().get("model_version").stringValue();
        assertThat(calls().get("/actuator/prometheus").body())
                .contains("etreprof_model_info{version=\"" + version + "\"} 1")
                .contains("etreprof_model_users 60.0")
                .containsPattern("etreprof_model_age_seconds [0-9.E]+");
    }

    /** Of the 63 rows of users none has a cell of levels that is not understood; contents have no odd title. */
    @Test
    void theCellsOfTheExportsAreCountedByColumn() {
        calls().get("/actuator/prometheus");
        assertThat(calls().get("/actuator/prometheus").body())
                .contains("etreprof_export_cells{column=\"id\",export=\"users\",reading=\"understood\"} 63.0")
                .contains(
                        "etreprof_export_cells{column=\"json_niveau\",export=\"users\",reading=\"not_understood\"} 0.0");
    }

    @Test
    void theBillOfMaterialsIsServed() {
        assertThat(calls().get("/actuator/sbom/application").body()).contains("CycloneDX", "smile-core", "GPL-3.0");
    }

    private double figure(String series) {
        Matcher matcher = Pattern.compile(Pattern.quote(series) + " ([0-9.E-]+)")
                .matcher(calls().get("/actuator/prometheus").body());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    @Test
    void listsAreCountedByWhatTheyRestOn() {
        String history = "etreprof_lists_total{rung=\"history\"}";
        String popular = "etreprof_lists_total{rung=\"popular\"}";
        double known = figure(history);
        double unknown = figure(popular);
        // the way before Spring, the same answer again, and Spring's way
        calls().get("/user/100/profile");
        calls().get("/user/100/profile");
        calls().get("/user/100/profile?_=1");
        assertThat(calls().get("/user/100/recommendations").json().get("rung").stringValue())
                .isEqualTo("history");
        calls().post("/recommend", "application/json", "{\"contents\": []}");
        assertThat(figure(history)).isEqualTo(known + 4);
        assertThat(figure(popular)).isEqualTo(unknown + 1);
    }

    @Test
    void stagesOfARecomputeAreTimed() {
        String published = "etreprof_recomputes_total{state=\"published\"}";
        String sum = "etreprof_recompute_stage_seconds_sum{stage=\"%s\"}";
        double before = figure(published);
        List<String> stages = List.of("features", "themes", "segmentation", "recommendation", "publication");
        List<Double> then =
                stages.stream().map(stage -> figure(sum.formatted(stage))).toList();
        calls().recompute();
        assertThat(figure(published)).isEqualTo(before + 1);
        for (int i = 0; i < stages.size(); i++) {
            assertThat(figure(sum.formatted(stages.get(i)))).as(stages.get(i)).isGreaterThan(then.get(i));
        }
        assertThat(calls().get("/actuator/prometheus").body()).doesNotContain("stage=\"done\"");
    }

    @Test
    void whatAGateRefusesIsCounted() throws IOException {
        String refusals = "etreprof_gate_refusals_total{gate=\"rows_users\"}";
        double before = figure(refusals);
        Path users = EXPORTS.resolve("users.csv");
        List<String> all = Files.readAllLines(users);
        try {
            Files.write(
                    users,
                    all.stream()
                            .filter(line -> !line.matches("(4\\d\\d|10\\d),.*"))
                            .toList());
            Calls.problem(calls().recompute(), 422);
            assertThat(figure(refusals)).isEqualTo(before + 1);
            assertThat(figure("etreprof_recomputes_total{state=\"rejected\"}")).isPositive();
            // a forced run ignores this refusal, and it does not count
            calls().send("POST", "/clusters/recompute?force=true");
            assertThat(figure(refusals)).isEqualTo(before + 1);
        } finally {
            Files.write(users, all);
            calls().send("POST", "/clusters/recompute?force=true");
        }
    }
}
