package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something worked out once a snapshot, when it is first wanted; of one that is served no more nothing is kept. */
final class PerSnapshot<T> {

    private record Made<T>(WeakReference<Snapshot> snapshot, T value) {}

    private final Function<Snapshot, T> maker;
    private volatile @Nullable Made<T> last;

    PerSnapshot(Function<Snapshot, T> maker) {
        this.maker = maker;
    }

    T of(Snapshot snapshot) {
        Made<T> made = last;
        if (made == null || !made.snapshot().refersTo(snapshot)) {
            made = new Made<>(new WeakReference<>(snapshot), maker.apply(snapshot));
            last = made;
        }
        return made.value();
    }
}
