package fr.ecolhuma.etreprof.api.edge.fast;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.GuardedService;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile that is answered before Spring is asked is the one that Spring gives, to the same callers. */
class PersonalBodiesTests extends GuardedService {

    private static Map<String, Object> headers(Answer answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // Spring names what a preflight asks with, too
        headers.remove("vary");
        // each call leaves one less
        assertThat(headers.remove("ratelimit-remaining")).isNotNull();
        assertThat(headers.remove("ratelimit-reset")).isNotNull();
        return headers;
    }

    @Test
    void bothWaysGiveTheSame() {
        for (int time = 0; time < 2; time++) {
            Answer brief = as("reader", "GET", "/user/26/profile");
            Answer full = as("reader", "GET", "/user/26/profile?_=1");
            assertThat(brief.status()).isEqualTo(200);
            assertThat(brief.body()).isEqualTo(full.body());
            assertThat(headers(brief)).isEqualTo(headers(full));
            assertThat(brief.header("vary")).isEqualTo("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/26/profile", "/user/26/profile?_=1", "/clusters?_=1"})
    void anUnchangedAnswerStillTellsTheAllowance(String path) {
        String tag = as("reader", "GET", path).header("etag");
        Answer unchanged = calls().get(path, "Authorization", "Bearer r1", "If-None-Match", tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("etag")).isEqualTo(tag);
        assertThat(unchanged.header("ratelimit-limit")).isEqualTo("1200");
        assertThat(Integer.parseInt(unchanged.header("ratelimit-remaining"))).isBetween(1, 1199);
        assertThat(unchanged.header("ratelimit-reset")).isNotEmpty();
        assertThat(unchanged.header("cache-control")).isNotEmpty();
        assertThat(unchanged.headers().allValues("vary")).contains("Origin", "Accept-Encoding");
        Calls.problem(calls().get("/user/26/profile", "If-None-Match", tag), 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/user/999999999/profile, 404",
        "/user/999999999999999999999/profile, 404",
        "/user/abc/profile, 400",
        "/user/-1/profile, 404",
        "/user//profile, 404",
        "/user/26/profile/, 404",
        "/user/26/history, 404"
    })
    void whatIsNoProfileIsToldAsBefore(String path, int status) {
        Calls.problem(as("reader", "GET", path), status);
    }

    @Test
    void whatIsWrittenAnotherWayIsTheSameUser() {
        String body = as("reader", "GET", "/user/26/profile").body();
        assertThat(as("reader", "GET", "/user/0026/profile").body()).isEqualTo(body);
        assertThat(as("reader", "GET", "/user/%326/profile").body()).isEqualTo(body);
    }

    @Test
    void whoMayNotIsToldWhy() {
        assertThat(as("reader", "GET", "/user/26/profile").status()).isEqualTo(200);
        Calls.problem(as("anonymous", "GET", "/user/26/profile"), 401);
        Calls.problem(as("wrong", "GET", "/user/26/profile"), 401);
    }
}
