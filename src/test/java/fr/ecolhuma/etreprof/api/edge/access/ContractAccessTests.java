package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.GuardedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three kinds of caller over HTTP; a forwarded header makes a caller one from elsewhere. */
class ContractAccessTests extends GuardedService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /                        | 200 | 200 | 200 | 200 | 200
            GET  | /clusters                | 200 | 200 | 200 | 200 | 200
            GET  | /recommend/2             | 200 | 200 | 200 | 200 | 200
            GET  | /openapi.json            | 200 | 200 | 200 | 200 | 200
            GET  | /readyz                  | 200 | 200 | 200 | 200 | 200
            GET  | /actuator/health         | 200 | 200 | 200 | 200 | 200
            GET  | /user/26/profile         | 401 | 401 | 200 | 200 | 401
            GET  | /user/26/recommendations | 401 | 401 | 200 | 200 | 401
            GET  | /user/26/export          | 401 | 401 | 200 | 200 | 401
            GET  | /actuator/prometheus     | 401 | 401 | 403 | 200 | 401
            GET  | /actuator/sbom           | 401 | 401 | 403 | 200 | 401
            POST | /models/rollback?to=none | 401 | 401 | 403 | 404 | 401
            """)
    void whoMayAskWhat(String method, String path, int local, int anonymous, int reader, int admin, int wrong) {
        assertThat(as("local", method, path).status()).as("local").isEqualTo(local);
        assertThat(as("anonymous", method, path).status()).as("anonymous").isEqualTo(anonymous);
        assertThat(as("reader", method, path).status()).as("reader").isEqualTo(reader);
        assertThat(as("admin", method, path).status()).as("admin").isEqualTo(admin);
        assertThat(as("wrong", method, path).status()).as("wrong").isEqualTo(wrong);
    }

    @Test
    void aRefusalIsAProblemThatSaysWhatToSend() {
        Answer refused = as("anonymous", "GET", "/user/26/profile");
        assertThat(Calls.problem(refused, 401).get("detail").stringValue())
                .contains("found no bearer token", "a reader's, an editor's or an admin's key");
        assertThat(refused.header("www-authenticate")).startsWith("Bearer");
        Calls.problem(as("reader", "POST", "/models/rollback?to=none"), 403);
    }

    @Test
    void aSemicolonHidesNoPath() {
        assertThat(as("anonymous", "GET", "/user;a=b/26/profile").status()).isEqualTo(400);
        assertThat(as("anonymous", "GET", "/user/26;a=b/profile").status()).isIn(400, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/%75ser/26/profile, 401",
        "/user/26/%70rofile, 401",
        "/%75%73%65%72/26/recommendations, 401",
        "/%61ctuator/prometheus, 401",
        "/actuator/%70rometheus, 401",
        "/clusters/%2e%2e/user/26/profile, 404",
        "/docs/%2e%2e/user/26/profile, 404",
        "/clusters/../user/26/profile, 400",
        "/clusters/..%2fuser/26/profile, 400",
        "/user%3Ba/26/profile, 400",
        "//user/26/profile, 404",
        "/USER/26/profile, 404"
    })
    void anotherSpellingHidesNoPath(String path, int status) {
        assertThat(as("anonymous", "GET", path).status()).isEqualTo(status);
    }

    @Test
    void aWebAppOfItsOriginMayCall() {
        Answer asked = calls().send(
                        "OPTIONS",
                        "/clusters",
                        "Origin",
                        "https://etreprof.fr",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("access-control-allow-origin")).isEqualTo("https://etreprof.fr");
        Answer got = calls().get("/clusters", "Origin", "https://etreprof.fr");
        assertThat(got.header("access-control-allow-origin")).isEqualTo("https://etreprof.fr");
        assertThat(got.header("access-control-expose-headers").split(", "))
                .contains(
                        "ETag",
                        "Location",
                        "Link",
                        "X-Total-Count",
                        "Content-Disposition",
                        "Retry-After",
                        "RateLimit-Limit",
                        "RateLimit-Remaining",
                        "RateLimit-Reset",
                        "X-Request-Id",
                        "WWW-Authenticate",
                        "Allow");
        assertThat(calls().get("/clusters", "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, https://elsewhere.example, GET",
        "GET, null, GET",
        "POST, https://elsewhere.example, GET",
        "OPTIONS, https://elsewhere.example, GET",
        "OPTIONS, https://etreprof.fr, PATCH"
    })
    void aPageOfAnotherOriginIsRefusedWithAProblem(String method, String origin, String asked) {
        Answer refused = calls().send(method, "/clusters", "Origin", origin, "Access-Control-Request-Method", asked);
        assertThat(Calls.problem(refused, 403).get("detail").stringValue()).contains("ETREPROF_CORS_ORIGINS");
        assertThat(refused.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    void aPreflightMayNameTheKey() {
        Answer asked = calls().send(
                        "OPTIONS",
                        "/user/26/profile",
                        "Origin",
                        "https://etreprof.fr",
                        "Access-Control-Request-Method",
                        "DELETE",
                        "Access-Control-Request-Headers",
                        "authorization, content-type");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("access-control-allow-headers")).contains("authorization", "content-type");
        assertThat(asked.header("access-control-allow-methods")).contains("DELETE");
        Answer refused = calls().get("/user/26/profile", "Origin", "https://etreprof.fr");
        Calls.problem(refused, 401);
        assertThat(refused.header("access-control-allow-origin"))
                .as("so that the page can read why")
                .isEqualTo("https://etreprof.fr");
    }

    /** What Tomcat refuses, what is answered before Spring, what Spring answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/1.1                    |                           | 200
            HEAD /clusters HTTP/1.1           |                           | 200
            GET /recommend/2 HTTP/1.1         |                           | 200
            GET /user/26/profile HTTP/1.1     | Authorization: Bearer r1  | 200
            GET /user/26/profile HTTP/1.1     |                           | 401
            GET /docs HTTP/1.1                |                           | 200
            GET /docs/start.js HTTP/1.1       |                           | 200
            GET /livez HTTP/1.1               |                           | 200
            GET /recommend/x HTTP/1.1         |                           | 400
            GET /%zz HTTP/1.1                 |                           | 400
            GET /user;a/26/profile HTTP/1.1   |                           | 400
            GET / HTTP/1.1                    | Host: another             | 400
            POST /clusters/recompute HTTP/1.1 |                           | 401
            GET /clusters HTTP/1.1            | Origin: https://x.example | 403
            GET /nothing HTTP/1.1             |                           | 404
            GET /classify HTTP/1.1            |                           | 405
            TRACE / HTTP/1.1                  | Authorization: Bearer root | 405
            GET /clusters HTTP/1.1            | Accept: image/png         | 406
            POST /classify HTTP/1.1           | Content-Type: image/png   | 415
            POST / HTTP/1.1                   | Transfer-Encoding: odd    | 501
            GET / HTTP/9.9                    |                           | 505
            """)
    void everyAnswerHasTheHeadersForBrowsers(String line, String header, int status) {
        String more = header == null ? "" : header + "\r\n";
        String answer = calls().raw(line + "\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.split("\r\n\r\n", 2)[0].lines())
                .containsOnlyOnce(
                        "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer")
                .anyMatch(found -> found.startsWith("Content-Security-Policy: default-src 'self'"));
    }

    @Test
    void whatIsPersonalIsNotKept() {
        Answer profile = as("reader", "GET", "/user/26/profile");
        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.header("cache-control")).contains("no-store");
        assertThat(profile.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(profile.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(profile.header("content-security-policy")).contains("frame-ancestors 'none'");
    }
}
