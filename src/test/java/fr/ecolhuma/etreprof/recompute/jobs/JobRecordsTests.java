package fr.ecolhuma.etreprof.recompute.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRecordsTests {

    private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path models;

    private JobRecords jobs;

    @BeforeEach
    void makeJobs() {
        jobs = new JobRecords(models);
    }

    private static JobRecord refused(int number) {
        return refused(number, new JobRequest("digest", false, "test"));
    }

    private static JobRecord refused(int number, JobRequest request) {
        return new JobRecord(
                "00000000-0000-0000-0000-%012d".formatted(number),
                "key" + number,
                request,
                BEGUN,
                BEGUN.plusSeconds(60),
                null,
                "the new model was refused",
                "20260301-000000000000",
                List.of(GateFinding.atLeast("silhouette", 0.01, 0.05)),
                null,
                null,
                null);
    }

    private Path file(JobRecord job) {
        return models.resolve("jobs").resolve(job.id() + ".json");
    }

    @Test
    void whatGatesRefusedIsRefusedAgain() {
        JobRecord job = refused(1);
        jobs.keep(job);
        assertThat(jobs.find(job.id())).hasValue(job);
        Job again = jobs.ofKey("key1").orElseThrow().job();
        assertThat(again.state()).isEqualTo(new JobState.Rejected(job.reason(), job.candidate(), job.findings()));
        assertThatThrownBy(again::await).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.candidate()).isEqualTo(job.candidate());
            assertThat(refusal.findings()).isEqualTo(job.findings());
        });
    }

    /** Files of earlier versions are read by these names. */
    @Test
    void theNamesInTheFileStay() throws IOException {
        jobs.keep(refused(1));
        assertThat(file(refused(1))).hasContent("""
                {"id":"00000000-0000-0000-0000-000000000001","key":"key1",\
                "request":{"digest":"digest","dry_run":false,"by":"test"},\
                "started_at":"2026-03-01T00:00:00Z","ended_at":"2026-03-01T00:01:00Z","summary":null,\
                "reason":"the new model was refused","candidate":"20260301-000000000000",\
                "findings":[{"gate":"silhouette","found":0.01,"limit":"at least 0.05","verdict":"REFUSED"}]}
                """);
    }

    @Test
    void theKindsOfSourcesAreKept() throws IOException {
        Exports exports = new Exports(
                "postgresql://ann@db/p?query=SELECT 1", "contents.csv", "gs://bucket/interactions.csv", null);
        JobRecord job = refused(1, JobRequest.of(new RunRequest(exports, null, false)));
        jobs.keep(job);
        assertThat(jobs.find(job.id())).hasValue(job);
        assertThat(job.request().sources()).isEqualTo(Map.of("users", "postgresql", "interactions", "gs"));
        assertThat(Files.readString(file(job))).doesNotContain("ann", "SELECT", "bucket");
    }

    @Test
    void noMoreThanTheLastFiftyAreKept() throws IOException {
        for (int number = 1; number <= 50; number++) {
            jobs.keep(refused(number));
            Files.setLastModifiedTime(file(refused(number)), FileTime.from(BEGUN.plusSeconds(number)));
        }
        jobs.keep(refused(51));
        assertThat(jobs.find(refused(1).id())).isEmpty();
        assertThat(jobs.find(refused(2).id())).isPresent();
        assertThat(jobs.ofKey("key51")).hasValue(refused(51));
        try (Stream<Path> files = Files.list(models.resolve("jobs"))) {
            assertThat(files).hasSize(50);
        }
    }

    @Test
    void whatCannotBeReadIsPassedOver() throws IOException {
        jobs.keep(refused(1));
        jobs.keep(refused(2));
        Files.writeString(file(refused(2)), "{\"id\": \"0");
        assertThat(jobs.find(refused(2).id())).isEmpty();
        assertThat(jobs.ofKey("key2")).isEmpty();
        assertThat(jobs.ofKey("key1")).hasValue(refused(1));
    }

    @Test
    void anIdLeadsNowhereElse() throws IOException {
        jobs.keep(refused(1));
        Files.move(file(refused(1)), models.resolve("other.json"));
        assertThat(jobs.find("../other")).isEmpty();
    }

    @Test
    void whatMadeNoModelIsKeptWithoutItsKey() throws IOException {
        JobRecord job = new JobRecord(
                refused(1).id(),
                "key",
                refused(1).request(),
                BEGUN,
                BEGUN,
                null,
                "users.csv is empty",
                null,
                List.of(),
                JobState.Code.FAILED,
                12L,
                Map.of("features", 3L));
        jobs.keep(job);
        assertThat(file(job)).hasContent("""
                {"id":"00000000-0000-0000-0000-000000000001","key":"key",\
                "request":{"digest":"digest","dry_run":false,"by":"test"},\
                "started_at":"2026-03-01T00:00:00Z","ended_at":"2026-03-01T00:00:00Z","summary":null,\
                "reason":"users.csv is empty","candidate":null,"findings":[],\
                "state":"failed","rows_read":12,"stage_ms":{"features":3}}
                """);
        assertThat(jobs.ofKey("key")).isEmpty();
        Job again = jobs.find(job.id()).orElseThrow().job();
        assertThat(again.state()).isEqualTo(new JobState.Failed("users.csv is empty"));
        assertThat(again.rowsRead()).isEqualTo(12);
        assertThat(again.stageTimes()).isEqualTo(Map.of(Progress.Stage.FEATURES, Duration.ofMillis(3)));
    }
}
