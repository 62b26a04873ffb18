package fr.ecolhuma.etreprof.snapshot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The one reference to what is served; a request reads it once and keeps what it got. */
public final class CurrentSnapshot {

    private final AtomicReference<Optional<Snapshot>> current = new AtomicReference<>(Optional.empty());

    /** What is served now, or empty when no model is there yet. */
    public Optional<Snapshot> get() {
        return current.get();
    }

    /** Serves another snapshot from now on. */
    public void publish(Snapshot snapshot) {
        current.set(Optional.of(snapshot));
    }
}
