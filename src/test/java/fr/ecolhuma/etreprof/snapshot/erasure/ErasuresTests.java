package fr.ecolhuma.etreprof.snapshot.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasuresTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path models;

    @Test
    void whoIsErasedStaysSoInEveryInstance() {
        Erasures one = new Erasures(models);
        Erasures other = new Erasures(models);
        Erasures.Erasure erasure = one.add(417, NOON);
        assertThat(one.has(417)).isTrue();
        assertThat(other.has(417)).isFalse();

        other.refresh();

        assertThat(other.has(417)).isTrue();
        assertThat(other.add(417, NOON.plusSeconds(60))).isEqualTo(erasure);
        assertThat(erasure.at()).isEqualTo(NOON);
        assertThat(other.left(TestData.snapshot()).model().users().rowOf(417)).isEmpty();
    }

    @Test
    void everyIdThereCanBeIsErased() throws IOException {
        for (long user : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0}) {
            new Erasures(models).add(user, NOON);
        }
        Files.writeString(models.resolve("erased").resolve("99999999999999999999.json"), "{}");
        Files.writeString(models.resolve("erased").resolve("notes.txt"), "1");
        Erasures erasures = new Erasures(models);

        erasures.refresh();

        assertThat(LongStream.of(Long.MAX_VALUE, Long.MIN_VALUE, 0)).allMatch(erasures::has);
        assertThat(erasures.has(1)).isFalse();
    }

    /** Each has users of its own, and all have the users from 0 to 19. */
    @Test
    void instancesThatEraseAtTheSameTimeLoseNobody() throws Exception {
        int instances = 4;
        CyclicBarrier start = new CyclicBarrier(instances);
        List<Future<List<Erasures.Erasure>>> common = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
            for (int instance = 1; instance <= instances; instance++) {
                long own = 1_000L * instance;
                common.add(threads.submit(() -> {
                    Erasures erasures = new Erasures(models);
                    start.await();
                    return LongStream.range(0, 40)
                            .mapToObj(user -> user < 20 ? erasures.add(user, NOON) : erasures.add(own + user, NOON))
                            .toList()
                            .subList(0, 20);
                }));
            }
            for (Future<List<Erasures.Erasure>> one : common) {
                assertThat(one.get())
                        .as("one receipt a user")
                        .isEqualTo(common.get(0).get());
            }
        }
        Erasures after = new Erasures(models);
        after.refresh();
        assertThat(LongStream.range(0, 20)).allMatch(after::has);
        for (long own = 1_000; own <= 4_000; own += 1_000) {
            assertThat(LongStream.range(own + 20, own + 40)).allMatch(after::has);
        }
        assertThat(names()).hasSize(20 + 4 * 20).allMatch(name -> name.endsWith(".json"));
    }

    @Test
    void theListOfTheFirstVersionHolds() throws IOException {
        Files.writeString(
                models.resolve("erased.csv"),
                "erasure,at,user_id\n6f1c,2026-01-02T03:04:05Z,417\n6f1d,2026-01-02T03:04:06Z,-8\n");
        Erasures erasures = new Erasures(models);
        erasures.refresh();

        assertThat(erasures.has(417)).isTrue();
        assertThat(erasures.has(-8)).isTrue();
        assertThat(erasures.add(417, NOON))
                .isEqualTo(new Erasures.Erasure("6f1c", Instant.parse("2026-01-02T03:04:05Z")));
        erasures.add(418, NOON);
        assertThat(LongStream.of(-8, 417, 418)).allMatch(erasures::has);
        assertThat(erasures.has(8)).isFalse();
    }

    @Test
    void filesOfOthersNameNobody() throws IOException {
        Files.createDirectories(models.resolve("erased"));
        for (String name : List.of("README", ".new-12.tmp", "12.json.tmp", "x12.json")) {
            Files.writeString(models.resolve("erased").resolve(name), "");
        }
        Erasures erasures = new Erasures(models);
        erasures.refresh();
        assertThat(erasures.has(12)).isFalse();
    }

    @Test
    void whereNothingCanBeWrittenNobodyIsErased() throws IOException {
        Files.writeString(models.resolve("erased"), "a file in its place");
        Erasures erasures = new Erasures(models);
        assertThatThrownBy(() -> erasures.add(417, NOON))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("the list of erasures cannot be read; check the permissions of the models folder");
        assertThat(erasures.has(417)).isFalse();
    }

    @Test
    void aFileThatCannotBeReadStillErasesItsUser() throws IOException {
        for (String left : List.of("null", "", "{\"id\":\"6f", "{\"format\":99}")) {
            Path file = models.resolve("erased/417.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, left);
            Erasures erasures = new Erasures(models);
            erasures.refresh();
            assertThat(erasures.has(417)).as(left).isTrue();
            Erasures.Erasure again = erasures.add(417, NOON);
            assertThat(again.at()).isEqualTo(NOON);
            assertThat(erasures.add(417, NOON.plusSeconds(1)))
                    .as("written again")
                    .isEqualTo(again);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(models.resolve("erased"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
