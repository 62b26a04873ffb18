package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed once a snapshot, when it is first needed. Values of a snapshot that is no longer served are
 * dropped. When a computation fails, its exception ends the request, which logs it, and the next request computes
 * again. The key is the snapshot, not the name of the version: an erasure changes the first and keeps the second.
 */
public final class PerSnapshot<T> {

    private record Made<T>(WeakReference<Snapshot> snapshot, T value) {}

    private final Function<Snapshot, T> maker;
    private volatile @Nullable Made<T> last;

    /** @param maker computes the value of a snapshot */
    public PerSnapshot(Function<Snapshot, T> maker) {
        this.maker = maker;
    }

    /** The value of a snapshot. Threads that come first together may each compute it; one result is kept. */
    public T of(Snapshot snapshot) {
        Made<T> made = last;
        if (made == null || !made.snapshot().refersTo(snapshot)) {
            made = new Made<>(new WeakReference<>(snapshot), maker.apply(snapshot));
            last = made;
        }
        return made.value();
    }
}
