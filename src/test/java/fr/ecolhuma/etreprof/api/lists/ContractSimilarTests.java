package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /content/{type}/{id}/similar}. */
class ContractSimilarTests extends RunningService {

    private JsonNode similar(String content, String query) {
        Answer answer = calls().get("/content/" + content + "/similar" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void everyFieldIsThere() {
        JsonNode body = similar("article/1", "");
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "success", "type", "id", "recommendations", "total_recommendations", "status", "model_version");
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("type").stringValue()).isEqualTo("article");
        assertThat(body.get("id").intValue()).isEqualTo(1);
        assertThat(body.get("total_recommendations").intValue()).isEqualTo(5);
        assertThat(body.get("status").stringValue()).isEqualTo("ok");
        assertThat(body.get("model_version")).isEqualTo(calls().get("/").json().get("model_version"));
    }

    @Test
    void everyOtherContentIsOnTheWholeList() {
        for (String content : PersonalEntries.published()) {
            JsonNode body = similar(content, "?limit=50");
            PersonalEntries.assertTrue(body, List.of(content));
            assertThat(PersonalEntries.keys(body)).hasSize(18).doesNotContain(content);
        }
    }

    @Test
    void aContentThatIsNoLongerShownStillHasOthersLikeIt() {
        JsonNode body = similar(TestData.UNPUBLISHED, "?limit=50");
        PersonalEntries.assertTrue(body, List.of(TestData.UNPUBLISHED));
        assertThat(PersonalEntries.keys(body)).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=podcast                    | podcast/1 podcast/2
            type=kit&niveau=elementaire     | kit/1
            defi=mental_health              | fiche_outils/5
            theme=noise&type=fiche_outils   | fiche_outils/1
            type=article&limit=50           | article/1 article/2 article/3 article/4 article/5
            niveau=college                  |
            defi=student_success            |
            """)
    void aFilterLeavesWhatPassesIt(String query, String contents) {
        JsonNode body = similar("guide_pratique/1", "?" + query);
        List<String> expected = contents == null ? List.of() : List.of(contents.split(" "));
        assertThat(PersonalEntries.keys(body)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            article/999/similar                  | 404 | content: found no article/999 in the model
            atelier/1/similar                    | 404 | content: found no atelier/1 in the model
            nope/1/similar                       | 400 | content: found 'nope', expected one of [article, fiche_outils,
            ARTICLE/999/similar                  | 404 | content: found no ARTICLE/999 in the model
            article/-1/similar                   | 404 | content: found no article/-1 in the model
            article/9223372036854775808/similar  | 404 | content: found no article/9223372036854775808 in the model
            article/abc/similar                  | 400 | id: found 'abc', expected an integer
            article/1.0/similar                  | 400 | id: found '1.0', expected an integer
            article/1/similar?limit=0            | 400 | limit: found 0, expected 1 to 50
            article/1/similar?limit=51           | 400 | limit: found 51, expected 1 to 50
            article/1/similar?theme=nope         | 400 | theme: found 'nope', expected one of [
            article/1/similar?defi=nope          | 400 | defi: found 'nope', expected one of [
            article/1/similar?type=nope          | 400 | type: found 'nope', expected one of [
            article/1/similar?niveau=nope        | 400 | niveau: found 'nope', expected one of [maternelle, elementaire,
            article/1                            | 404 | no such path
            """)
    void aRequestThatCannotBeAnsweredIsAProblem(String path, int status, String detail) {
        JsonNode problem = Calls.problem(calls().get("/content/" + path), status);
        assertThat(problem.get("detail").stringValue()).startsWith(detail);
    }

    /** Links on the platform's pages have its own words. */
    @ParameterizedTest
    @ValueSource(strings = {"Contenu", "ARTICLE", "articles"})
    void aTypeIsUnderstoodInThePlatformsWords(String type) {
        assertThat(similar(type + "/1", "")).isEqualTo(similar("article/1", ""));
        assertThat(similar("article/1", "?type=Fiches%20outils")).isEqualTo(similar("article/1", "?type=fiche_outils"));
    }

    @ParameterizedTest
    @CsvSource({"x, 400", "9, 400", "article, 404"})
    void whatIsShownOfARequestIsShort(String type, int status) {
        String path = "/content/" + (status == 400 ? type.repeat(5_000) : type) + "/" + "9".repeat(5_000) + "/similar";
        JsonNode problem = Calls.problem(calls().get(path), status);
        assertThat(problem.get("detail").stringValue()).hasSizeLessThan(300);
    }
}
