package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform lives on: exports, recompute, read, other exports, recompute, read the new numbers. */
class JourneyTests extends RunningService {

    private static final List<String> PAGES = List.of(
            "/",
            "/clusters",
            "/recommend/0",
            "/recommend/1?limit=50",
            "/recommend/2?type=fiche_outils&limit=50",
            "/recommend/3?defi=mental_health",
            "/user/100/profile",
            "/user/200/profile",
            "/user/300/profile",
            "/user/400/profile");

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    @Test
    void newExportsBecomeNewNumbers() throws IOException {
        Map<String, Answer> before = readAll(version(firstRecompute()));
        assertThat(sizes(before)).containsExactly(18, 10, 6, 26);
        assertThat(cluster(before, 400)).isEqualTo(3);

        changeExports();
        JsonNode report = calls().recompute().json();
        assertThat(report.get("success").booleanValue()).isTrue();
        assertThat(report.get("moved_users").intValue()).isEqualTo(3);
        assertThat(report.get("previous_model_version").stringValue()).isEqualTo(version(firstRecompute()));
        assertThat(report.get("rows").get("contents_kept").intValue()).isEqualTo(21);

        Map<String, Answer> after = readAll(report.get("model_version").stringValue());
        assertThat(sizes(after)).containsExactly(17, 10, 8, 25);
        assertThat(cluster(after, 400)).isEqualTo(2);
        assertThat(cluster(after, 100)).isEqualTo(3);
        assertTheCatalogueIsTheNewOne(after);
        assertTagsChanged(before, after);
        assertThat(Files.readAllLines(HOME.resolve("data/user_cluster_assignments.csv")))
                .contains("100;3", "400;2", "401;2", "402;3");
    }

    @Test
    void aTextIsClassifiedAlikeThroughAllFourForms() {
        String text = "# La dictée négociée\n\nLes élèves comparent leurs orthographes et corrigent les accords.";
        Answer json = calls().post(
                        "/classify",
                        "application/json",
                        "{\"content\": " + JsonMapper.shared().writeValueAsString(text) + "}");
        assertThat(json.json().get("data").get("theme").stringValue()).isEqualTo("Spelling and Dictation");
        String query = "/classify?content=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(List.of(
                        calls().post(query, "", ""),
                        calls().post("/classify", "text/markdown", text),
                        calls().upload(
                                        "/classify",
                                        "file",
                                        "d.md",
                                        "text/markdown",
                                        text.getBytes(StandardCharsets.UTF_8))))
                .extracting(Answer::body)
                .containsOnly(json.body());
    }

    /** User 100 stops, 400 and 401 start; fiche 1 is withdrawn, fiche 9 is new and everyone downloads it. */
    private static void changeExports() throws IOException {
        TestData.exports(EXPORTS, Map.of(100, 3, 400, 2, 401, 2));
        Path contents = EXPORTS.resolve("contents.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(contents));
        lines.replaceAll(line -> line.startsWith("1,\"Titre fiche_outils") ? line.replace("publie", "depublie") : line);
        lines.add("9,Une nouvelle fiche,fiche_outils,# Un texte,publie,[],2025-06-01 09:00:00,,0,0,0,0,0");
        Files.write(contents, lines);
        List<String> events = new ArrayList<>();
        for (int user : ExportCounts.of(EXPORTS).users()) {
            events.add((1_000_000 + user) + "," + user + ",download,fiche-outils,9,2025-07-09 10:00:00");
        }
        Files.write(EXPORTS.resolve("interactions.csv"), events, StandardOpenOption.APPEND);
    }

    private void assertTheCatalogueIsTheNewOne(Map<String, Answer> after) {
        JsonNode fiches = after.get("/recommend/2?type=fiche_outils&limit=50")
                .json()
                .get("recommendations")
                .get("recommendations");
        List<Integer> ids = new ArrayList<>();
        fiches.forEach(fiche -> ids.add(fiche.get("id").intValue()));
        assertThat(ids).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 9);
        JsonNode fresh = fiches.get(ids.indexOf(9));
        assertThat(fresh.get("title").stringValue()).isEqualTo("Une nouvelle fiche");
        assertThat(fresh.get("reason").stringValue())
                .isEqualTo("Ce contenu a été consulté par 100,0\u00a0% des inscrits de ce groupe.");
        // Everyone has used the new fiche, so it is new to no one.
        assertThat(PersonalEntries.keys(
                        after.get("/user/200/profile").json().get("data").get("recommendations")))
                .hasSize(5)
                .doesNotContain("fiche_outils/9");
        after.values().forEach(answer -> assertThat(answer.body()).doesNotContain("Titre fiche_outils, no 1\""));
    }

    private void assertTagsChanged(Map<String, Answer> before, Map<String, Answer> after) {
        for (String page : List.of("/", "/clusters", "/recommend/0")) {
            String old = before.get(page).header("etag");
            assertThat(after.get(page).header("etag")).isNotEqualTo(old);
            assertThat(calls().get(page, "If-None-Match", old).status()).isEqualTo(200);
        }
    }

    /** Reads every page and checks that all are of one version. */
    private Map<String, Answer> readAll(String version) {
        Map<String, Answer> answers = new TreeMap<>();
        for (String page : PAGES) {
            Answer answer = calls().get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.json().get("model_version").stringValue())
                    .as(page)
                    .isEqualTo(version);
            answers.put(page, answer);
        }
        return answers;
    }

    private static String version(Answer recompute) {
        return recompute.json().get("model_version").stringValue();
    }

    private static List<Integer> sizes(Map<String, Answer> answers) {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode cluster : answers.get("/clusters").json().get("clusters")) {
            sizes.add(cluster.get("count").intValue());
        }
        return sizes;
    }

    private static int cluster(Map<String, Answer> answers, int user) {
        JsonNode data = answers.get("/user/" + user + "/profile").json().get("data");
        return data.get("cluster").get("id").intValue();
    }
}
