package fr.ecolhuma.etreprof.api.lists;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.DemoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has used nothing shares his profile's list with others of his segment and levels, and with nobody else. */
class NewcomerListTests extends DemoService {

    private static final int ASKED_A_GROUP = 3;

    @Test
    void theProfileShowsTheListThatTheUserGetsAlone() throws IOException {
        Map<String, List<String[]>> groups = newcomers();
        Set<JsonNode> lists = new HashSet<>();
        groups.forEach((group, users) -> users.stream().limit(ASKED_A_GROUP).forEach(user -> {
            String path = "/user/" + user[0];
            JsonNode shown = calls().get(path + "/profile").json().get("data").get("recommendations");
            JsonNode alone = calls().get(path + "/recommendations").json();
            assertThat(shown.get("recommendations")).as(path).hasSize(5).isEqualTo(alone.get("recommendations"));
            assertThat(shown.get("rung")).as(path).isEqualTo(alone.get("rung"));
            assertThat(shown.get("cluster_id").asString()).as(path).isEqualTo(user[1]);
            lists.add(shown.get("recommendations"));
        }));
        assertThat(groups).hasSizeGreaterThan(10);
        assertThat(lists).hasSizeGreaterThan(5);
    }

    /** Lines of {@code users.csv}, by segment and levels. */
    private static Map<String, List<String[]>> newcomers() throws IOException {
        Path models = Path.of("models");
        Path version =
                models.resolve(Files.readString(models.resolve("CURRENT")).strip());
        Set<String> active = Files.readAllLines(version.resolve("interactions.csv")).stream()
                .map(line -> line.split(",")[0])
                .collect(toSet());
        return Files.readAllLines(version.resolve("users.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(user -> !active.contains(user[0]))
                .collect(groupingBy(user -> user[1] + " " + user[3]));
    }
}
