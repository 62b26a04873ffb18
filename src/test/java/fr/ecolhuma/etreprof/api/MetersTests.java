package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void theBillOfMaterialsIsServed() {
        assertThat(calls().get("/actuator/sbom/application").body()).contains("CycloneDX", "smile-core", "GPL-3.0");
    }
}
