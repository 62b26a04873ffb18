package fr.ecolhuma.etreprof.snapshot.live;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The one reference to what is served; a request reads it once and keeps what it got. */
public final class CurrentSnapshot {

    private final AtomicReference<Optional<Snapshot>> current = new AtomicReference<>(Optional.empty());

    private final UnaryOperator<Snapshot> admit;

    /** A reference to nothing yet, which takes everything as it is. */
    public CurrentSnapshot() {
        this(UnaryOperator.identity());
    }

    /**
     * A reference to nothing yet.
     *
     * @param admit takes out of a snapshot what must not be served
     */
    public CurrentSnapshot(UnaryOperator<Snapshot> admit) {
        this.admit = admit;
    }

    /** What is served now, or empty when no model is there yet. */
    public Optional<Snapshot> get() {
        return current.get();
    }

    /** Serves another snapshot from now on. */
    public synchronized void publish(Snapshot snapshot) {
        current.set(Optional.of(admit.apply(snapshot)));
    }

    /** Serves what is served without what must no longer be; in turn with publishing, so that neither undoes the other. */
    public synchronized void renew() {
        current.get().ifPresent(this::publish);
    }

    /** A snapshot as it would be served. */
    public Snapshot admitted(Snapshot snapshot) {
        return admit.apply(snapshot);
    }
}
