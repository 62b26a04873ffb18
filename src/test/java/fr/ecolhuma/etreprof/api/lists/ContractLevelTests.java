package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.PersonalEntries;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The filter {@code niveau}, on contents of several levels. */
class ContractLevelTests extends RunningService {

    private static final Map<String, String> LEVELS = Map.of(
            "1,\"Titre article,", "['PS', 'GS']",
            "2,\"Titre article,", "['6e', '5e']",
            "3,\"Titre article,", "['3e', '2nde']",
            "4,\"Titre article,", "['Bac Pro']",
            "5,\"Titre article,", "[]");

    @BeforeAll
    void giveContentsOtherLevels() throws IOException {
        Path contents = EXPORTS.resolve("contents.csv");
        List<String> lines = Files.readAllLines(contents).stream()
                .map(ContractLevelTests::withLevels)
                .toList();
        Files.write(contents, lines);
        assertThat(calls().recompute().status()).isEqualTo(200);
    }

    private static String withLevels(String line) {
        return LEVELS.entrySet().stream()
                .filter(levels -> line.startsWith(levels.getKey()))
                .map(levels -> line.replace("['CP', 'CE1']", levels.getValue()))
                .findFirst()
                .orElse(line);
    }

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    @ParameterizedTest
    @CsvSource({
        "maternelle, article/1 article/5",
        "elementaire, article/5",
        "college, article/2 article/3 article/5",
        "lycee, article/3 article/5",
        "lycee_pro, article/4 article/5"
    })
    void contentsOfAStageAndContentsForAllPassIt(String niveau, String contents) {
        String query = "?type=article&limit=50&niveau=" + niveau;
        String body = "{\"contents\": [], \"type\": \"article\", \"limit\": 50, \"niveau\": \"%s\"}".formatted(niveau);
        for (JsonNode list : List.of(
                calls().get("/user/300/recommendations" + query + "&seen=true").json(),
                calls().get("/content/kit/1/similar" + query).json(),
                calls().post("/recommend", "application/json", body).json())) {
            assertThat(PersonalEntries.keys(list)).containsExactlyInAnyOrder(contents.split(" "));
        }
        JsonNode segment = calls().get("/recommend/2" + query).json();
        assertThat(PersonalEntries.keys(segment.get("recommendations"))).containsExactlyInAnyOrder(contents.split(" "));
        Calls.problem(calls().get("/recommend/2?niveau=universite"), 400);
    }
}
