package fr.ecolhuma.etreprof.features.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.bigquery.BigQueryStub.Failure;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with BigQuery is tried again or refused with the reason, in bounded time. */
@Timeout(60)
class BigQueryTroubleTests {

    private static final EngineSettings SETTINGS =
            new EngineSettings(null, Instant.parse("2025-07-10T20:00:00Z"), 300L << 20, 2);

    private BigQueryStub stub;

    @BeforeEach
    void start() {
        stub = BigQueryStub.start();
        stub.load(
                "demo.users",
                "id,json_niveau,created_at\n1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n2,\"[]\",2024-01-01 00:00:00\n3,\"[]\",2024-01-01 00:00:00\n");
        stub.load("demo.contents", "id,type,title\n1,article,Lire\n");
        stub.load("demo.interactions", """
                id,user_id,type,content_type,content_id,created_at
                1,1,page_view,Contenu,1,2025-07-01 10:00:00
                2,2,page_view,Contenu,1,2025-07-02 10:00:00
                """);
    }

    @AfterEach
    void stop() {
        Thread.interrupted();
        stub.close();
    }

    private Exports tables(SourceAccess access) {
        return new Exports(
                "bigquery://school/demo.users",
                "bigquery://school/demo.contents",
                "bigquery://school/demo.interactions",
                null,
                access);
    }

    private long kept() {
        return FeatureExtraction.extractForModel(tables(stub.access()), SETTINGS)
                .accounts()
                .events()
                .kept();
    }

    private String refusal(Exports exports) {
        String message = String.valueOf(
                catchThrowableOfType(ExportException.class, () -> FeatureExtraction.extractForModel(exports, SETTINGS))
                        .getMessage());
        assertThat(message).doesNotContain("private words", "secret-token", "/tmp");
        return message;
    }

    private String refusal() {
        return refusal(tables(stub.access()));
    }

    private void failing(String part, int times, int status, String reason) {
        AtomicInteger left = new AtomicInteger(times);
        stub.trouble = (_, path, query) ->
                (path + '?' + query).contains(part) && left.getAndDecrement() > 0 ? new Failure(status, reason) : null;
    }

    @ParameterizedTest
    @CsvSource({"429, rateLimitExceeded", "403, rateLimitExceeded", "500, backendError", "503, ''"})
    void whatPassesIsTriedAgain(int status, String reason) {
        failing("/queries", 3, status, reason);
        assertThat(kept()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/queries | 429 | rateLimitExceeded | BigQuery answered 429, expected 200; it is in trouble, try again later",
                "/queries | 500 | backendError | BigQuery answered 500, expected 200; it is in trouble, try again later",
                "/tables/ | 401 | authError | BigQuery answered 401, expected 200; the token was refused, check the account",
                "/tables/interactions | 403 | accessDenied | school.demo.interactions (interactions export in BigQuery): BigQuery answered 403, expected 200; give the account the roles",
                "/queries | 403 | quotaExceeded | the project's quota of BigQuery is used up; try again later",
                "/queries | 403 | billingNotEnabled | without billing",
                "/queries | 400 | bytesBilledLimitExceeded | more than ETREPROF_BIGQUERY_MOST_BYTES",
                "/queries | 403 | responseTooLarge | a row is too wide for an answer of BigQuery",
                "/queries | 400 | resourcesExceeded | needs more memory than BigQuery gives one",
                "/queries | 400 | invalidQuery | the columns are no longer those that the table had",
                "/queries | 200 | '' | what came is no answer of BigQuery",
            })
    void whatStaysIsRefused(String part, int status, String reason, String message) {
        failing(part, Integer.MAX_VALUE, status, reason);
        assertThat(refusal()).contains(message);
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        Exports exports = new Exports(
                "bigquery://school/demo.users",
                "bigquery://school/demo.contents",
                "bigquery://school/demo.none",
                null,
                stub.access());
        assertThat(refusal(exports))
                .startsWith("school.demo.none (interactions export in BigQuery): BigQuery answered 404, expected 200;"
                        + " there is no such table or project, check the address");
    }

    @Test
    void aMissingColumnIsNamed() {
        stub.load("demo.interactions", "id,user_id,type,content_id,created_at\n1,1,page_view,1,2025-07-01 10:00:00\n");
        assertThat(refusal()).contains("required column 'content_type' is missing; found id, user_id, type");
    }

    @Test
    void anEmptyTableIsRefused() {
        stub.load("demo.interactions", "id,user_id,type,content_type,content_id,created_at\n");
        assertThat(refusal()).contains("school.demo.interactions has a header but no rows");
    }

    @Test
    void aQueryThatReadsTooMuchIsNotRun() {
        stub.bytes = 50_000_001;
        assertThat(refusal())
                .contains(
                        "the query would read 50000001 bytes, expected at most 50000000 (ETREPROF_BIGQUERY_MOST_BYTES)");
        assertThat(stub.queries).isEmpty();
        stub.bytes = 50_000_000;
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aSlowQueryIsWaitedFor() {
        stub.polls = 3;
        assertThat(kept()).isEqualTo(2);
        assertThat(stub.requests).noneMatch(request -> request.contains("/cancel"));
    }

    @Test
    void aQueryThatDoesNotEndIsCancelled() {
        stub.polls = Integer.MAX_VALUE;
        assertThat(refusal(tables(stub.access(Duration.ofSeconds(1)))))
                .contains("the query was not finished within 1 s and was cancelled");
        assertThat(stub.requests).contains("POST /bigquery/v2/projects/school/jobs/job_1/cancel?location=EU");
    }

    @Test
    void whoIsInterruptedCancelsTheQuery() throws InterruptedException {
        stub.polls = Integer.MAX_VALUE;
        ExportException[] found = new ExportException[1];
        Thread reading = Thread.ofPlatform()
                .start(() -> found[0] = catchThrowableOfType(
                        ExportException.class,
                        () -> FeatureExtraction.extractForModel(tables(stub.access()), SETTINGS)));
        while (stub.requests.stream().noneMatch(request -> request.contains("timeoutMs"))) {
            Thread.sleep(5);
        }
        reading.interrupt();
        reading.join(10_000);
        assertThat(found[0]).hasMessageContaining("interrupted");
        assertThat(stub.requests).anyMatch(request -> request.contains("/jobs/job_1/cancel"));
    }

    @Test
    void anExpiredPageIsAskedForByItsRows() {
        stub.pageRows = 1;
        failing("pageToken=", 1, 400, "invalid");
        assertThat(kept()).isEqualTo(2);
        assertThat(stub.requests).anyMatch(request -> request.contains("startIndex=1"));
    }

    @Test
    void pagesThatExpireAgainAreRefused() {
        stub.pageRows = 1;
        stub.trouble = (_, _, query) ->
                query.contains("pageToken=") || query.contains("startIndex=") ? new Failure(400, "invalid") : null;
        assertThat(refusal()).contains("the pages of the result expired twice while they were read; try again");
    }

    @Test
    void aSchemaThatChangesWhileItIsReadIsRefused() {
        AtomicInteger asked = new AtomicInteger();
        stub.trouble = (method, path, _) -> {
            if (method.equals("POST") && path.endsWith("/queries") && asked.getAndIncrement() == 0) {
                stub.load("demo.users", "id,created_at\n1,2024-01-01 00:00:00\n");
            }
            return null;
        };
        assertThat(refusal())
                .startsWith(
                        "school.demo.users (users export in BigQuery): the columns are no longer those that the table"
                                + " had a moment ago");
    }

    @Test
    void aWideCellRejectsItsRowAlone() {
        stub.load("demo.contents", "id,type,title,markdown\n1,article,Lire,\n2,article,Long,10 MB\n");
        assertThat(FeatureExtraction.extractForModel(tables(stub.access()), SETTINGS)
                        .accounts()
                        .contents()
                        .reasons())
                .contains("1 oversized");
    }

    /** Views are not read at an instant. */
    @Test
    void aViewThatGrowsBetweenItsQueriesIsRefused() {
        stub.kind = "VIEW";
        AtomicInteger counted = new AtomicInteger();
        stub.trouble = (method, path, _) -> {
            // users and contents, each asked twice; then the survey, and what is counted
            if (method.equals("POST") && path.endsWith("/queries") && counted.incrementAndGet() == 8) {
                stub.load("demo.interactions", """
                        id,user_id,type,content_type,content_id,created_at
                        1,1,page_view,Contenu,1,2025-07-01 10:00:00
                        2,2,page_view,Contenu,1,2025-07-02 10:00:00
                        3,2,page_view,Contenu,1,2025-07-02 11:00:00
                        """);
            }
            return null;
        };
        assertThat(refusal()).contains("it changed while it was counted; try again when nothing writes it");
    }

    @Test
    void addressesOfCallersMayNotBeThere() {
        assertThat(refusal(tables(SourceAccess.none())))
                .isEqualTo(
                        "the address of the interactions export is in BigQuery; only addresses of the settings may be");
    }

    @ParameterizedTest
    @CsvSource({"bigquery://school", "bigquery://school/demo", "bigquery:/school/demo.users", "bigquery://a b/c.d"})
    void anAddressNamesATable(String address) {
        Exports exports = new Exports(address, "contents.csv", "interactions.csv", null);
        assertThat(exports.problems())
                .containsExactly(
                        "the address of the users export names no table; expected bigquery://project/dataset.table");
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() {
        stub.close();
        String message = refusal();
        assertThat(message).containsAnyOf("the connection was refused", "no access to Google");
    }
}
