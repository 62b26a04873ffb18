package fr.ecolhuma.etreprof.recommendation.evaluation;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result that is computed at its first use, with the time that this took. */
final class Timed<T> {

    private final Supplier<T> work;
    private @Nullable T value;
    private long nanos;

    Timed(Supplier<T> work) {
        this.work = work;
    }

    T get() {
        T known = value;
        if (known == null) {
            long start = System.nanoTime();
            known = work.get();
            nanos = System.nanoTime() - start;
            value = known;
        }
        return known;
    }

    /** The time in milliseconds; 0 before the first use. */
    long ms() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
