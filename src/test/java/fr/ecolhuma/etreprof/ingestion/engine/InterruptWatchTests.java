package fr.ecolhuma.etreprof.ingestion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptWatchTests {

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aStatementThatIsOverDoesNotSpareTheNextOne() throws SQLException {
        CountDownLatch refused = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Statement over = mock();
        doAnswer(call -> {
                    refused.countDown();
                    throw new SQLException("closed");
                })
                .when(over)
                .cancel();
        Statement next = mock();
        doAnswer(call -> {
                    cancelled.countDown();
                    return null;
                })
                .when(next)
                .cancel();
        try (InterruptWatch watch = new InterruptWatch()) {
            Thread.currentThread().interrupt();
            boolean first = watch.during(over, () -> reached(refused));
            boolean second = watch.during(next, () -> reached(cancelled));

            assertThat(first).isTrue();
            assertThat(second).isTrue();
        }
    }

    /** Waits like the engine does, deaf to the interrupt, and leaves it set. */
    private static boolean reached(CountDownLatch latch) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (latch.getCount() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return latch.getCount() == 0;
    }
}
