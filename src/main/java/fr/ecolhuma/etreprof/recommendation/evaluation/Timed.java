package fr.ecolhuma.etreprof.recommendation.evaluation;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result that is worked out when first asked for, and how long that took. */
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

    /** In milliseconds; 0 when nobody has asked yet. */
    long ms() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
