package fr.ecolhuma.etreprof.snapshot.live;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.snapshot.files.GoldenModels;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers during publishes: every read is wholly of one version, and never of an older one than the read before. */
class SnapshotSwapTests {

    private static final int READERS = 8;
    private static final int PUBLISHES = 100;
    private static final long FIRST_USER = 1_000;

    private static final TrainedModel GOLDEN = GoldenModels.model();

    private final CurrentSnapshot current = new CurrentSnapshot();

    @Test
    void nothingIsServedBeforeTheFirstPublish() {
        assertThat(current.get()).isEmpty();
    }

    @Test
    @Timeout(60)
    void everyReadIsWhollyOldOrWhollyNew() throws Exception {
        List<Snapshot> versions = IntStream.rangeClosed(0, PUBLISHES)
                .mapToObj(SnapshotSwapTests::snapshot)
                .toList();
        current.publish(versions.getFirst());
        CountDownLatch reading = new CountDownLatch(READERS);
        List<Future<Integer>> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            Callable<Integer> reader = () -> readUntilTheLast(reading);
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(reader));
            }
            reading.await();
            for (Snapshot version : versions.subList(1, versions.size())) {
                current.publish(version);
                Thread.sleep(1);
            }
        }
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).as("reads").isGreaterThan(1);
        }
    }

    private int readUntilTheLast(CountDownLatch reading) {
        int reads = 0;
        for (int last = 0; last < PUBLISHES; reads++) {
            int number = numberOf(current.get().orElseThrow());
            assertThat(number).isGreaterThanOrEqualTo(last);
            last = number;
            if (reads == 0) {
                reading.countDown();
            }
        }
        return reads;
    }

    /** The number that the version is called by, once all its parts are seen to tell the same. */
    private static int numberOf(Snapshot snapshot) {
        int number = Integer.parseInt(snapshot.version());
        assertThat(snapshot.model().provenance().unknownContentEvents()).isEqualTo(number);
        assertThat(snapshot.model().users().rowOf(FIRST_USER + number)).hasValue(0);
        assertThat(snapshot.recommenders().getFirst().recommend(ContentFilter.ANY, 1, content -> false))
                .hasSize(1);
        return number;
    }

    /** The golden model with one user, whose id, like the version and the count of events, is told by the number. */
    private static Snapshot snapshot(int number) {
        Provenance from = GOLDEN.provenance();
        UserIndexBuilder users = new UserIndexBuilder(GOLDEN.segments().columns());
        users.add(FIRST_USER + number, 0, 0, TaughtLevels.NONE, null, null, new int[2]);
        TrainedModel model = new TrainedModel(
                new Provenance(
                        from.codeVersion(),
                        from.asOf(),
                        from.inputs(),
                        from.parameters(),
                        from.rows(),
                        from.columns(),
                        number),
                GOLDEN.segments(),
                GOLDEN.quality(),
                GOLDEN.profiles(),
                users.build(),
                InteractionTable.of(new int[2], new int[0], new int[0], new long[0]),
                GOLDEN.catalogue(),
                GOLDEN.usage(),
                GOLDEN.classifier(),
                GOLDEN.recommender());
        return Snapshot.of(String.valueOf(number), model);
    }
}
