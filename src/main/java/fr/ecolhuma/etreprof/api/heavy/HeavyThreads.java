package fr.ecolhuma.etreprof.api.heavy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The threads that do what waits in the lanes; they begin with the first work. */
final class HeavyThreads {

    private final Lanes lanes;
    private final List<Thread> threads;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;

    HeavyThreads(int number, Lanes lanes) {
        this.lanes = lanes;
        Thread.Builder one = Thread.ofPlatform().daemon().name("heavy-", 1);
        this.threads =
                Stream.generate(() -> one.unstarted(this::work)).limit(number).toList();
    }

    void start() {
        if (!started.get() && started.compareAndSet(false, true)) {
            threads.forEach(Thread::start);
        }
    }

    private void work() {
        LowWeight.take();
        while (!stopped) {
            try {
                lanes.take().run();
            } catch (InterruptedException e) {
                // of a work that has just ended, or of the stop
                continue;
            }
            // what interrupted this work must not interrupt the next one
            boolean _ = Thread.interrupted();
        }
    }

    /** Ends after the works in progress, which are interrupted. */
    void stop() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
