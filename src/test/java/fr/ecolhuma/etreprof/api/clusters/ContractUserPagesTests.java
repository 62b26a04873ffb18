package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pages of {@code GET /clusters/{cluster_id}/users} by cursor. Segment 1 has the users 200 to 209. */
class ContractUserPagesTests extends RunningService {

    private static List<Integer> users(JsonNode page) {
        return page.get("users").valueStream().map(JsonNode::intValue).toList();
    }

    private Answer ok(String path) {
        Answer answer = calls().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String address(String link) {
        assertThat(link).endsWith(">; rel=\"next\"").startsWith("<");
        return link.substring(1, link.indexOf('>'));
    }

    @Test
    void linksLeadFromPageToPage() {
        List<Integer> all = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        String path = "/clusters/1/users?cursor=first&limit=4";
        while (!path.isEmpty()) {
            Answer page = ok(path);
            all.addAll(users(page.json()));
            offsets.add(page.json().get("offset").intValue());
            assertThat(page.header("x-total-count")).isEqualTo("10");
            String link = page.header("link");
            path = link.isEmpty() ? "" : address(link);
            JsonNode next = page.json().get("next_cursor");
            assertThat(path.isEmpty() ? next.isNull() : path.contains("cursor=" + next.stringValue() + "&limit=4"))
                    .isTrue();
        }
        assertThat(all).isEqualTo(IntStream.range(200, 210).boxed().toList());
        assertThat(offsets).containsExactly(0, 4, 8);
    }

    @Test
    void pagesByOffsetStayAndHaveACursorToo() {
        Answer page = ok("/clusters/1/users?offset=2&limit=3");
        assertThat(page.header("link")).isEqualTo("</clusters/1/users?offset=5&limit=3>; rel=\"next\"");
        String cursor = page.json().get("next_cursor").stringValue();
        assertThat(users(ok("/clusters/1/users?limit=2&cursor=" + cursor).json()))
                .containsExactly(205, 206);
        assertThat(ok("/clusters/1/users?offset=20").json().get("next_cursor").isNull())
                .isTrue();
    }

    @Test
    void theNextPageOfASheetIsASheet() {
        Answer page = ok("/clusters/1/users?format=csv&limit=6&cursor=first");
        Answer next = ok(address(page.header("link")));
        assertThat(next.body()).isEqualTo("\uFEFFuser_id;cluster\n206;1\n207;1\n208;1\n209;1\n");
        assertThat(next.headers().firstValue("link")).isEmpty();
    }

    @Test
    void aCursorOfAnotherListOrATornOneIsRefused() {
        String cursor = ok("/clusters/1/users?cursor=first&limit=4")
                .json()
                .get("next_cursor")
                .stringValue();
        char middle = cursor.charAt(20);
        for (String path : List.of(
                "/clusters/1/users?cursor=" + cursor.substring(0, cursor.length() - 2),
                "/clusters/1/users?cursor=" + cursor.substring(2),
                "/clusters/1/users?cursor=" + cursor.substring(0, 20) + (middle == 'A' ? 'B' : 'A')
                        + cursor.substring(21),
                "/clusters/1/users?cursor=",
                "/clusters/1/users?cursor=204",
                "/clusters/1/users?cursor=%F0%9F%99%82",
                "/clusters/2/users?cursor=" + cursor,
                "/clusters/1/users?offset=0&cursor=" + cursor)) {
            assertThat(Calls.problem(calls().get(path), 400).get("code").stringValue())
                    .as(path)
                    .isEqualTo("malformed-value");
        }
    }

    @Test
    void aCursorOfAnotherVersionIsRefused() {
        JsonNode page = ok("/clusters/1/users?cursor=first&limit=4").json();
        String path =
                "/clusters/1/users?limit=4&cursor=" + page.get("next_cursor").stringValue();
        assertThat(users(ok(path).json())).containsExactly(204, 205, 206, 207);
        TestData.exports(EXPORTS, Map.of(400, 2));
        calls().recompute();
        JsonNode refused = Calls.problem(calls().get(path), 409);
        assertThat(refused.get("code").stringValue()).isEqualTo("outdated-cursor");
        assertThat(refused.get("detail").stringValue())
                .contains(page.get("model_version").stringValue(), "cursor=first");
        TestData.exports(EXPORTS);
        calls().recompute();
        assertThat(users(ok(path).json())).as("its version is live again").containsExactly(204, 205, 206, 207);
    }
}
