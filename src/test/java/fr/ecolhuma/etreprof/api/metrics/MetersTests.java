package fr.ecolhuma.etreprof.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Prometheus reads: requests by route, and the model that is served. */
class MetersTests extends RunningService {

    private double requests(String method, String uri, int status) {
        Pattern line = Pattern.compile(
                "http_server_requests_seconds_count\\{exception=\"\\w+\",method=\"%s\",outcome=\"%s\",status=\"%d\",uri=\"%s\"} ([0-9.E]+)"
                        .formatted(method, status == 200 ? "SUCCESS" : "CLIENT_ERROR", status, Pattern.quote(uri)));
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
        String version = calls().get("/").json().get("model_version").stringValue();
        assertThat(calls().get("/actuator/prometheus").body())
                .contains("etreprof_model_info{version=\"" + version + "\"} 1")
                .contains("etreprof_model_users 60.0")
                .containsPattern("etreprof_model_age_seconds [0-9.E]+");
    }

    /** Of the 63 rows of users none has a cell of levels that is not understood; contents have no odd title. */
    @Test
    void theCellsOfTheExportsAreCountedByColumn() {
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

    private String scrape() {
        return calls().get("/actuator/prometheus").body();
    }

    @Test
    void everyFigureSaysWhatItIs() {
        String scrape = scrape();
        Matcher names = Pattern.compile("(?m)^# TYPE (\\w+) ").matcher(scrape);
        int found = 0;
        while (names.find()) {
            found++;
            assertThat(scrape).containsPattern("(?m)^# HELP " + names.group(1) + " \\S+");
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void countersBeginAtNought() {
        assertThat(scrape())
                .contains(
                        "etreprof_recomputes_total{state=\"failed\"}",
                        "etreprof_recomputes_total{state=\"cancelled\"}",
                        "etreprof_recomputes_total{state=\"kept\"}",
                        "etreprof_lists_total{rung=\"segment_level\"}",
                        "etreprof_classifications_total{verdict=\"too_short\"}",
                        "etreprof_classifications_total{verdict=\"theme\"}");
    }

    @Test
    void textsWithoutAThemeAreCountedByTheReason() {
        String tooShort = "etreprof_classifications_total{verdict=\"too_short\"}";
        double before = figure(tooShort);
        calls().post("/classify", "application/json", "{\"content\": \"bonjour\"}");
        assertThat(figure(tooShort)).isEqualTo(before + 1);
    }

    /** Without a schedule none is next; of the 63 rows of users 60 are kept. */
    @Test
    void runsRowsAndDisksAreTold() {
        calls().recompute();
        assertThat(figure("etreprof_recompute_last_success_seconds"))
                .isBetween(Instant.now().getEpochSecond() - 60.0, Instant.now().getEpochSecond() + 1.0);
        String scrape = scrape();
        assertThat(scrape)
                .contains("etreprof_recompute_next_seconds NaN")
                .contains("etreprof_export_rows{export=\"users\",reason=\"kept\"} 60.0");
        for (String folder : List.of("models", "data", "temporary")) {
            assertThat(figure("etreprof_disk_free_bytes{folder=\"" + folder + "\"}"))
                    .isPositive();
        }
    }

    @Test
    void theVersionMovesWithTheSwap() throws IOException {
        Path users = EXPORTS.resolve("users.csv");
        String all = Files.readString(users);
        try {
            Files.writeString(users, all.replaceFirst("(?m)^400,.*\\n", ""));
            String version = calls().recompute().json().get("model_version").stringValue();
            assertThat(scrape())
                    .as("in the first scrape")
                    .contains("etreprof_model_info{version=\"" + version + "\"} 1");
            assertThat(scrape().lines().filter(line -> line.startsWith("etreprof_model_info{")))
                    .hasSize(1);
        } finally {
            Files.writeString(users, all);
            calls().recompute();
        }
    }

    /** The dashboard and the alerts ask for nothing that is not scraped. */
    @Test
    void theDashboardAndTheAlertsKnowTheFigures() throws IOException {
        calls().get("/clusters");
        String scrape = scrape();
        for (String file : List.of("grafana.json", "alerts.yaml")) {
            Matcher names = Pattern.compile("\\b(etreprof|http_server|jvm|process|system)_\\w+")
                    .matcher(Files.readString(Path.of("deploy", file)));
            while (names.find()) {
                if (!names.group().startsWith("etreprof_gate_refusals")) {
                    assertThat(scrape).as(file).containsPattern("(?m)^" + names.group() + "[ {]");
                }
            }
        }
    }

    @Test
    void theInfoNamesTheModel() {
        JsonNode info = calls().get("/actuator/info").json();
        assertThat(info.at("/model/version").stringValue())
                .isEqualTo(calls().get("/").json().get("model_version").stringValue());
        assertThat(info.at("/model/users").intValue()).isEqualTo(60);
        assertThat(info.at("/code/version").stringValue()).isNotBlank();
    }

    @Test
    void levelsOfLogsAreSetWhileItRuns() {
        String logger = "/actuator/loggers/fr.ecolhuma.etreprof.api";
        assertThat(calls().post(logger, "application/json", "{\"configuredLevel\": \"DEBUG\"}")
                        .status())
                .isEqualTo(204);
        assertThat(calls().get(logger).json().get("effectiveLevel").stringValue())
                .isEqualTo("DEBUG");
        assertThat(calls().post(logger, "application/json", "{}").status()).isEqualTo(204);
        Calls.problem(calls().send("POST", "/actuator/loggers/ROOT", "X-Forwarded-For", "192.0.2.1"), 403);
    }
}
