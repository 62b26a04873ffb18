package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ClassifyWorkersTests {

    private static final String BUSY = "found too many texts in work; try again in a moment";

    private static String hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }

    @Test
    void whoHasNoTurnSoonIsRefusedAndNextTimeServed() throws Exception {
        try (ClassifyWorkers workers = new ClassifyWorkers(2, Duration.ofMillis(20));
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch end = new CountDownLatch(1);
            Future<String> first = callers.submit(() -> workers.oneOfAFew(() -> hold(begun, end)));
            Future<String> second = callers.submit(() -> workers.oneOfAFew(() -> hold(begun, end)));
            begun.await();
            assertThatThrownBy(() -> workers.oneOfAFew(() -> "third"))
                    .isInstanceOf(ApiException.class)
                    .hasMessage(BUSY);
            end.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(second.get()).isEqualTo("done");
            assertThat(workers.oneOfAFew(() -> "third")).isEqualTo("third");
        }
    }

    @Test
    void whoseTurnComesWhileWaitingIsServed() throws Exception {
        try (ClassifyWorkers workers = new ClassifyWorkers(1, Duration.ofSeconds(20));
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Future<String> first = callers.submit(() -> workers.oneOfAFew(() -> hold(begun, end)));
            begun.await();
            Future<String> second = callers.submit(() -> workers.oneOfAFew(() -> "second"));
            end.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(second.get()).isEqualTo("second");
        }
    }

    @Test
    void aFailureGivesTheTurnBack() {
        try (ClassifyWorkers workers = new ClassifyWorkers(1, Duration.ofMillis(20))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> workers.oneOfAFew(() -> {
                            throw new IllegalStateException("of its own");
                        }))
                        .hasMessage("of its own");
            }
        }
    }

    @Test
    void batchesHaveRoomOfTheirOwn() {
        try (ClassifyWorkers workers = new ClassifyWorkers(1, Duration.ofMillis(20))) {
            for (int i = 0; i < 8; i++) {
                workers.beginBatch();
            }
            assertThatThrownBy(workers::beginBatch)
                    .isInstanceOf(ApiException.class)
                    .hasMessage(BUSY);
            assertThat(workers.oneOfAFew(() -> "a text")).isEqualTo("a text");
            workers.endBatch();
            workers.beginBatch();
        }
    }
}
