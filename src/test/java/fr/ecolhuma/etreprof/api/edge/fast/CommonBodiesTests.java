package fr.ecolhuma.etreprof.api.edge.fast;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to what is the same for everyone gives what the long way does; a query leads the long way. */
class CommonBodiesTests extends RunningService {

    private static Map<String, Object> headers(Answer answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/0", "/recommend/3"})
    void bothWaysGiveTheSame(String path) {
        Answer brief = calls().get(path);
        Answer full = calls().get(path + "?_=1");
        assertThat(brief.status()).isEqualTo(200);
        assertThat(brief.body()).isEqualTo(full.body());
        assertThat(headers(brief)).isEqualTo(headers(full));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/2"})
    void whoHasItGetsA304EitherWay(String path) {
        String tag = calls().get(path).header("etag");
        for (String query : new String[] {"", "?_=1"}) {
            Answer unchanged = calls().get(path + query, "If-None-Match", tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("etag")).isEqualTo(tag);
            Answer several = calls().get(path + query, "If-None-Match", "\"other\", " + tag);
            assertThat(several.status()).as("of several tags").isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/recommend/2"})
    void headHasTheHeadersAndNoBody(String path) {
        Answer head = calls().send("HEAD", path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("etag")).isEqualTo(calls().get(path).header("etag"));
    }
}
