package fr.ecolhuma.etreprof.api.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code ?format=csv}: the lists as files for spreadsheets. */
class ContractSheetTests extends RunningService {

    private String version() {
        return calls().get("/").json().get("model_version").stringValue();
    }

    /** Rows of cells; the test's lists have no separator or quote within a cell. */
    private static List<List<String>> cells(String csv) {
        assertThat(csv).startsWith("\uFEFF").endsWith("\n");
        return csv.substring(1)
                .lines()
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }

    private Answer sheet(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/csv;charset=UTF-8");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /clusters?format=csv                              | segments-VERSION
            /clusters/history?format=csv                      | segments-by-version-DAY
            /clusters/recompute/jobs?format=csv               | recomputes-DAY
            /models?format=csv                                | models-DAY
            /models/history?format=csv                        | model-history-DAY
            /recommend/2?limit=3&format=csv                   | segment-2-contents-VERSION
            /user/100/recommendations?format=csv              | user-100-contents-VERSION
            /content/Fiche%20Outils/2/similar?format=csv      | similar-to-fiche_outils-2-VERSION
            /clusters/1/users?format=csv                      | segment-1-users-VERSION
            """)
    void theFileHasAName(String path, String name) {
        String expected = name.replace("VERSION", version());
        String disposition = sheet(path).header("content-disposition");
        assertThat(disposition.replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"))
                .isEqualTo("attachment; filename=\"" + expected + ".csv\"");
        assertThat(calls().get(path.replace("format=csv", "format=json")).header("content-disposition"))
                .as("of JSON")
                .isEmpty();
    }

    @Test
    void aListOfContentsHasARowForEach() {
        JsonNode entries = calls().get("/recommend/2?limit=3").json().at("/recommendations/recommendations");
        List<List<String>> cells =
                cells(sheet("/recommend/2?limit=3&format=csv").body());
        assertThat(cells.getFirst())
                .containsExactly(
                        "id",
                        "title",
                        "type",
                        "url",
                        "source",
                        "reason",
                        "is_priority_challenge",
                        "priority_challenge",
                        "theme",
                        "theme_fr",
                        "score");
        assertThat(cells).hasSize(4);
        for (int i = 0; i < 3; i++) {
            JsonNode entry = entries.get(i);
            List<String> row = cells.get(i + 1);
            assertThat(row.get(0)).isEqualTo(entry.get("id").asString());
            assertThat(row.get(1)).isEqualTo(entry.get("title").stringValue());
            assertThat(row.get(7)).isEqualTo(entry.get("priority_challenge").asString(""));
            assertThat(row.get(10)).isEqualTo(entry.get("score").asString().replace('.', ','));
        }
    }

    /** 18, 10, 6 and 26 of 60 users. */
    @Test
    void segmentsHaveTheirFigures() {
        List<List<String>> cells = cells(sheet("/clusters?format=csv").body());
        assertThat(cells.getFirst())
                .startsWith("id", "name", "name_fr", "count", "percentage", "strategy", "summary")
                .contains("description.anciennete_moyenne", "profile.nb_contenu", "profile.activity_level");
        assertThat(cells.stream().skip(1).map(row -> row.subList(0, 5)))
                .containsExactly(
                        List.of("0", "Balanced Users", "Équilibrés", "18", "30,0"),
                        List.of("1", "Email Specialists", "Adeptes de l'e-mail", "10", "16,7"),
                        List.of("2", "Super Users", "Super utilisateurs", "6", "10,0"),
                        List.of("3", "Inactive Users", "Peu actifs", "26", "43,3"));
    }

    @Test
    void eachVersionHasARowForEachSegment() {
        List<List<String>> cells = cells(sheet("/clusters/history?format=csv").body());
        assertThat(cells.getFirst()).startsWith("model_version", "as_of", "live", "live_from", "id", "name", "size");
        assertThat(cells.stream()
                        .filter(row -> row.getFirst().equals(version()))
                        .map(row -> row.get(4) + row.get(6)))
                .containsExactly("018", "110", "26", "326");
    }

    @Test
    void usersAreAsBeforeForPrograms() {
        assertThat(sheet("/clusters/1/users?limit=2&format=csv").body())
                .isEqualTo("\uFEFFuser_id;cluster\n200;1\n201;1\n");
        Answer accepted = calls().get("/clusters/1/users?limit=2", "Accept", "text/csv");
        assertThat(accepted.body()).isEqualTo("user_id,cluster\n200,1\n201,1\n");
        assertThat(accepted.header("content-disposition")).contains("segment-1-users-");
        assertThat(accepted.headers().allValues("vary")).contains("Accept", "Accept-Encoding");
    }

    /** Every list that the description gives as CSV, whatever {@code Accept} says; an unknown format names the known. */
    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html", "application/json", "image/png"})
    void theParameterGoesBeforeTheHeader(String accepted) {
        List<String> paths = new ArrayList<>();
        for (ApiDocument.Operation operation : ApiDocument.written(version()).operations()) {
            JsonNode content = operation.node().at("/responses/200/content");
            if (content.has("text/csv")) {
                paths.add(operation.path());
            }
        }
        assertThat(paths).hasSize(10);
        for (String path : paths) {
            String address = path.replace("{cluster_id}", "1")
                    .replace("{user_id}", "100")
                    .replace("{content_type}", "article")
                    .replace("{content_id}", "1");
            String query = path.endsWith("transitions")
                    ? "?from=%s&to=%s&format=".formatted(version(), version())
                    : "?format=";
            sheet(address + query + "csv", accepted);
            JsonNode refused = Calls.problem(calls().get(address + query + "xlsx", "Accept", accepted), 400);
            assertThat(refused.get("code").stringValue()).isEqualTo("unknown-value");
            assertThat(refused.get("detail").stringValue()).contains("json", "csv", "xlsx");
            Calls.problem(calls().get(address + query + "csv&format=csv", "Accept", accepted), 400);
        }
    }

    private void sheet(String path, String accepted) {
        Answer answer = calls().get(path, "Accept", accepted);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).as(path).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("etag")).as(path).startsWith("\"");
        assertThat(calls().send("HEAD", path).header("etag")).isEqualTo(answer.header("etag"));
    }

    @Test
    void aRefusedCallIsAProblemInJson() {
        Stream.of("/recommend/9?format=csv", "/user/1/recommendations?format=csv")
                .forEach(path -> Calls.problem(calls().get(path), 404));
        Calls.problem(calls().get("/model/recommender?format=csv"), 400);
    }
}
