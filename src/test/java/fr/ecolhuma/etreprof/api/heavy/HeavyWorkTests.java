package fr.ecolhuma.etreprof.api.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HeavyWorkTests {

    private static final String BUSY = "found too much work at once; try again in a moment";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    private static <T> T run(HeavyWork heavy, Callable<T> work) {
        return heavy.run(LONG, () -> new IllegalStateException("too long"), work);
    }

    private Future<String> held(HeavyWork heavy) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> caller = callers.submit(() -> run(heavy, () -> {
            begun.countDown();
            end.await();
            return "done";
        }));
        begun.await();
        return caller;
    }

    @Test
    void aCallerWithoutATurnIsRefusedAndServedNextTime() throws Exception {
        try (HeavyWork heavy = new HeavyWork(2, 10, SHORT)) {
            Future<String> first = held(heavy);
            Future<String> second = held(heavy);
            AtomicBoolean done = new AtomicBoolean();
            assertThatThrownBy(() -> run(heavy, () -> {
                        done.set(true);
                        return "third";
                    }))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(5)))
                    .hasMessage(BUSY);
            end.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(second.get()).isEqualTo("done");
            assertThat(run(heavy, () -> "third")).isEqualTo("third");
            assertThat(done).as("a work without a caller is never begun").isFalse();
        }
    }

    @Test
    void aCallerWhoseTurnComesIsServed() throws Exception {
        try (HeavyWork heavy = new HeavyWork(1, 10, LONG)) {
            Future<String> first = held(heavy);
            Future<String> second = callers.submit(() -> run(heavy, () -> "second"));
            end.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(second.get()).isEqualTo("second");
        }
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        try (HeavyWork heavy = new HeavyWork(1, 0, LONG)) {
            assertThatThrownBy(() -> run(heavy, () -> "first")).hasMessage(BUSY);
        }
    }

    @Test
    void aWorkThatTakesTooLongIsInterruptedAndFreesItsPlace() throws Exception {
        try (HeavyWork heavy = new HeavyWork(1, 10, LONG)) {
            CountDownLatch interrupted = new CountDownLatch(1);
            assertThatThrownBy(() -> heavy.run(SHORT, () -> new IllegalStateException("too long"), () -> {
                        try {
                            return end.await(1, TimeUnit.HOURS);
                        } finally {
                            interrupted.countDown();
                        }
                    }))
                    .hasMessage("too long");
            interrupted.await();
            assertThat(run(heavy, () -> Thread.currentThread().isInterrupted()))
                    .as("the next work is not interrupted")
                    .isFalse();
        }
    }

    @Test
    void aCallerWhoLeavesGivesThePlaceBack() throws Exception {
        try (HeavyWork heavy = new HeavyWork(1, 10, LONG)) {
            Future<String> caller = held(heavy);
            caller.cancel(true);
            assertThat(run(heavy, () -> "next")).isEqualTo("next");
        }
    }

    @Test
    void aFailureIsTheCallersAndFreesThePlace() {
        try (HeavyWork heavy = new HeavyWork(1, 10, LONG)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> run(heavy, () -> {
                            throw new IllegalArgumentException("of its own");
                        }))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("of its own");
                assertThatThrownBy(() -> run(heavy, () -> {
                            throw new StackOverflowError();
                        }))
                        .isInstanceOf(StackOverflowError.class);
            }
            assertThat(run(heavy, () -> "next")).isEqualTo("next");
        }
    }

    @Test
    void linesAndWorksAreServedInTurn() throws Exception {
        try (HeavyWork heavy = new HeavyWork(1, 10, LONG)) {
            Future<String> first = held(heavy);
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch lines = new CountDownLatch(3);
            for (int i = 1; i <= 3; i++) {
                String name = "line " + i;
                heavy.line(() -> {
                    order.add(name);
                    lines.countDown();
                });
            }
            Future<Boolean> work = callers.submit(() -> run(heavy, () -> order.add("work")));
            while (!heavy.isWaiting()) {
                Thread.sleep(1);
            }
            end.countDown();
            first.get();
            work.get();
            lines.await();
            assertThat(order.indexOf("work")).as("%s", order).isLessThanOrEqualTo(1);
            assertThat(order).filteredOn(name -> name.startsWith("line")).isSorted();
        }
    }

    @Test
    void aLargeBodyHasItsTurnAndASmallOneNeedsNone() {
        try (HeavyWork heavy = new HeavyWork(1, 0, LONG)) {
            assertThat(heavy.run(new byte[100], () -> "small")).isEqualTo("small");
            assertThatThrownBy(() -> heavy.run(new byte[100_000], () -> "large"))
                    .hasMessage(BUSY);
        }
    }

    @Test
    void aWorkAsideHasAThreadOfItsOwn() {
        Thread thread = HeavyWork.aside("alone", Thread::currentThread);
        assertThat(thread.isVirtual()).isFalse();
        assertThat(thread.getName()).isEqualTo("alone");
        assertThatThrownBy(() -> HeavyWork.aside("alone", () -> {
                    throw new IllegalArgumentException("of its own");
                }))
                .hasMessage("of its own");
    }
}
