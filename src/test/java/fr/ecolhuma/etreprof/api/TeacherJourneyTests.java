package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A teacher signs up, is given what others like, uses some of it, and is given what is his own. */
class TeacherJourneyTests extends RunningService {

    private static final int TEACHER = 500;
    private static final List<String> EVENTS = List.of(
            "2000001,500,page_view,Contenu,2,2025-07-08 10:00:00",
            "2000002,500,download,fiche-outils,3,2025-07-09 10:00:00",
            "2000003,500,download,fiche-outils,8,2025-07-09 11:00:00",
            "2000004,500,download,guide-pratique,1,2025-07-10 09:00:00");
    private static final List<String> USED =
            List.of("article/2", "fiche_outils/3", "fiche_outils/8", "guide_pratique/1");

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    @Test
    void fromAColdStartToAListOfHisOwn() throws IOException {
        Calls.problem(calls().get(list()), 404);

        append("users.csv", List.of(TEACHER + ",fr,75011,France,1,\"[\"\"CP\"\"]\",[],2025-07-01 08:00:00"));
        recompute();
        JsonNode cold = answer(list() + "?limit=50");
        assertThat(cold.get("rung").stringValue()).isIn("segment_level", "segment", "popular");
        assertThat(PersonalEntries.keys(cold)).containsExactlyInAnyOrderElementsOf(PersonalEntries.published());
        PersonalEntries.assertTrue(cold, List.of());
        assertThat(PersonalEntries.of(cold))
                .noneMatch(entry -> entry.get("source").stringValue().equals("history"));
        HandMadeScores coldByHand = byHand(cold);
        PersonalEntries.of(cold).forEach(coldByHand::assertSame);
        assertProfileShows(answer(list()));

        append("interactions.csv", EVENTS);
        recompute();
        JsonNode own = answer(list() + "?limit=50");
        assertThat(own.get("rung").stringValue()).isEqualTo("history");
        assertThat(own.get("model_version")).isNotEqualTo(cold.get("model_version"));
        List<String> unused = new ArrayList<>(PersonalEntries.published());
        unused.removeAll(USED);
        assertThat(PersonalEntries.keys(own)).containsExactlyInAnyOrderElementsOf(unused);
        PersonalEntries.assertTrue(own, USED);
        assertThat(PersonalEntries.of(own))
                .anyMatch(entry -> entry.get("because").size() > 0);
        HandMadeScores byHand = byHand(own);
        PersonalEntries.of(own).forEach(byHand::assertSame);
        assertProfileShows(answer(list()));
        assertTheBasketOfAStrangerTellsTheSameReasons();
    }

    private HandMadeScores byHand(JsonNode list) {
        JsonNode profile = answer("/user/" + TEACHER + "/profile").get("data");
        return new HandMadeScores(
                EXPORTS,
                HOME.resolve("models").resolve(list.get("model_version").stringValue()),
                answer("/model/recommender").get("data"),
                TEACHER,
                profile.get("cluster").get("id").intValue());
    }

    /** What is said to a teacher of his contents is said to anyone who brings them along. */
    private void assertTheBasketOfAStrangerTellsTheSameReasons() {
        List<String> contents = USED.stream()
                .map(key -> key.split("/"))
                .map(key -> "{\"type\": \"%s\", \"id\": %s}".formatted(key[0], key[1]))
                .toList();
        String body = "{\"contents\": [" + String.join(",", contents) + "], \"levels\": [\"elementaire\"]}";
        JsonNode basket = calls().post("/recommend", "application/json", body).json();
        assertThat(basket.get("rung").stringValue()).isEqualTo("history");
        assertThat(basket.get("ignored").intValue()).isZero();
        assertThat(PersonalEntries.keys(basket)).hasSize(5).doesNotContainAnyElementsOf(USED);
        PersonalEntries.assertTrue(basket, USED);
    }

    private void assertProfileShows(JsonNode alone) {
        JsonNode profile = answer("/user/" + TEACHER + "/profile").get("data").get("recommendations");
        assertThat(profile.get("recommendations")).isEqualTo(alone.get("recommendations"));
        assertThat(profile.get("rung")).isEqualTo(alone.get("rung"));
        assertThat(profile.get("total_recommendations").intValue()).isEqualTo(5);
    }

    private static String list() {
        return "/user/" + TEACHER + "/recommendations";
    }

    private JsonNode answer(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void recompute() {
        Answer answer = calls().recompute();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void append(String export, List<String> lines) throws IOException {
        Path file = EXPORTS.resolve(export);
        Files.write(file, lines, StandardOpenOption.APPEND);
    }
}
