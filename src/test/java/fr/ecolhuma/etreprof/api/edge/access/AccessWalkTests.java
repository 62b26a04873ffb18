package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.edge.keys.TokenSettings;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens;
import fr.ecolhuma.etreprof.docs.ScratchService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, every kind of caller, with and without keys: each answer is that of the tables in the test's resources,
 * which are written by hand. No call does anything: calls that change something have an unknown parameter.
 */
class AccessWalkTests {

    private static final Path TABLES = Path.of("src/test/resources/fr/ecolhuma/etreprof/api/edge/access");
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String ELSEWHERE = "X-Forwarded-For";
    private static final String CALLER = "203.0.113.7";

    private static final Map<String, ScratchService> SERVICES = new TreeMap<>();
    private static final Map<String, List<String>> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        String keys = "--etreprof.access.keys=web:reader:r1,site:writer:w1,team:editor:e1,ops:admin:a1";
        SERVICES.put("none", service("none", "--etreprof.access.keys="));
        SERVICES.put("auto", service("auto", keys));
        SERVICES.put("key", service("key", keys, "--etreprof.access.read=key"));

        CALLERS.put("elsewhere", List.of(ELSEWHERE, CALLER));
        CALLERS.put("local", List.of());
        CALLERS.put("forwarded", List.of("X-Real-IP", "127.0.0.1"));
        CALLERS.put("page", List.of("Origin", "http://localhost:3000"));
        bearer("reader", "r1");
        bearer("writer", "w1");
        bearer("editor", "e1");
        bearer("admin", "a1");
        bearer("unknown", "x1");
        Clock now = Clock.systemUTC();
        bearer("own", token(SECRET, 26, now));
        bearer("other", token(SECRET, 27, now));
        bearer("expired", token(SECRET, 26, Clock.offset(now, Duration.ofHours(-1))));
        bearer("forged", token("another secret of thirty-two bytes", 26, now));
    }

    private static ScratchService service(String name, String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "--etreprof.tokens.secrets=" + SECRET,
                "--etreprof.access.rate-per-minute.read=0",
                "--etreprof.access.rate-per-minute.classify=0",
                "--etreprof.access.rate-per-minute.admin=0"));
        settings.addAll(List.of(more));
        return ScratchService.start("walk-" + name, settings.toArray(String[]::new));
    }

    private static void bearer(String caller, String token) {
        CALLERS.put(caller, List.of(ELSEWHERE, CALLER, "Authorization", "Bearer " + token));
    }

    private static String token(String secret, long user, Clock clock) {
        return new UserTokens(new TokenSettings(List.of(secret), Duration.ofMinutes(15)), clock)
                .issue(user)
                .orElseThrow()
                .token();
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(ScratchService::close);
    }

    private static List<Map<String, String>> table(String name) {
        try (Stream<String> lines = Files.lines(TABLES.resolve(name))) {
            List<List<String>> rows = lines.map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
            List<Map<String, String>> read = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.put(rows.getFirst().get(i), row.get(i));
                }
                read.add(cells);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> needs(String table) {
        return table(table).stream().collect(Collectors.toMap(row -> row.get("call"), row -> row.get("need")));
    }

    private static Calls calls(String keys) {
        return new Calls("localhost", SERVICES.get(keys).port());
    }

    private static List<String> described() {
        return new ApiDocument(calls("none").get("/openapi.json").json())
                .operations().stream().map(ApiDocument.Operation::toString).toList();
    }

    static Stream<Arguments> everyCall() {
        Map<String, String> needs = needs("operations.csv");
        Map<String, String> others = needs("others.csv");
        return SERVICES.keySet().stream()
                .flatMap(keys -> Stream.concat(
                        described().stream()
                                .map(call ->
                                        Arguments.of(keys, call, needs.getOrDefault(call, "not in operations.csv"))),
                        others.entrySet().stream().map(call -> Arguments.of(keys, call.getKey(), call.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void eachCallerGetsTheAnswerOfTheTable(String keys, String call, String need) {
        Map<String, String> expected = table("answers.csv").stream()
                .filter(row -> row.get("keys").equals(keys) && row.get("need").equals(need))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answers for " + need));
        Map<String, String> found = new LinkedHashMap<>(expected);
        CALLERS.forEach((caller, headers) -> found.put(caller, answer(keys, call, headers)));
        assertThat(found).isEqualTo(expected);
        assertThat(expected.keySet()).containsAll(CALLERS.keySet());
    }

    private static String answer(String keys, String call, List<String> headers) {
        String method = call.substring(0, call.indexOf(' '));
        Calls.Answer answer = calls(keys).send(method, path(method, call), headers.toArray(String[]::new));
        if (answer.status() == 401 || answer.status() == 403) {
            if (!method.equals("HEAD")) {
                Calls.problem(answer, answer.status());
            }
            return String.valueOf(answer.status());
        }
        assertThat(answer.status()).as(call).isLessThan(500);
        return "pass";
    }

    private static String path(String method, String call) {
        String path = call.substring(call.indexOf(' ') + 1)
                .replace("{user_id}", "26")
                .replace("{cluster_id}", "2")
                .replace("{content_type}/{content_id}", "article/63")
                .replaceAll("\\{[^}]*}", "none");
        boolean asIs = List.of("GET", "HEAD", "OPTIONS").contains(method) && !path.contains("diagnostics");
        return asIs ? path : path + "?walk=1";
    }

    @Test
    void theTableHasEveryOperationAndNoOther() {
        assertThat(needs("operations.csv").keySet()).containsExactlyInAnyOrderElementsOf(described());
    }

    /** The page shows the rules of the code; to write its table anew: {@code mvn test -Dtest=AccessWalkTests -Drenew=true}. */
    @Test
    void thePageHasTheTableOfTheRules() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = AccessPage.renewed(page, described());
        if (Boolean.getBoolean("renew")) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(Files.readString(PAGE))
                .as("run mvn test -Dtest=AccessWalkTests -Drenew=true, which writes the table of %s anew", PAGE)
                .isEqualTo(renewed);
    }
}
