package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something worked out once a snapshot, when it is first wanted; of one that is served no more nothing is kept. By snapshot
 * and not by the version's name, which stays when a user is erased.
 */
public final class PerSnapshot<T> {

    private record Made<T>(WeakReference<Snapshot> snapshot, T value) {}

    private final Function<Snapshot, T> maker;
    private volatile @Nullable Made<T> last;

    /** Nothing yet. */
    public PerSnapshot(Function<Snapshot, T> maker) {
        this.maker = maker;
    }

    /** What belongs to a snapshot. Threads that are the first at once may each make it, and one of them is kept. */
    public T of(Snapshot snapshot) {
        Made<T> made = last;
        if (made == null || !made.snapshot().refersTo(snapshot)) {
            made = new Made<>(new WeakReference<>(snapshot), maker.apply(snapshot));
            last = made;
        }
        return made.value();
    }
}
