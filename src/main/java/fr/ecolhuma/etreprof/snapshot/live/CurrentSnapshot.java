package fr.ecolhuma.etreprof.snapshot.live;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The one reference to the snapshot served; a request reads it once and keeps the snapshot. */
public final class CurrentSnapshot {

    private final AtomicReference<Optional<Snapshot>> current = new AtomicReference<>(Optional.empty());

    private final UnaryOperator<Snapshot> admit;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();

    /** An empty reference, which takes every snapshot unchanged. */
    public CurrentSnapshot() {
        this(UnaryOperator.identity());
    }

    /**
     * An empty reference.
     *
     * @param admit removes from a snapshot everything that must not be served
     */
    public CurrentSnapshot(UnaryOperator<Snapshot> admit) {
        this.admit = admit;
    }

    /** The snapshot served now, or empty when there is no model yet. */
    public Optional<Snapshot> get() {
        return current.get();
    }

    /** Shows the snapshot served, and each one served from now on, to a listener. */
    public synchronized void listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        current.get().ifPresent(listener);
    }

    /** Serves another snapshot from now on. */
    public synchronized void publish(Snapshot snapshot) {
        Snapshot admitted = admit.apply(snapshot);
        current.set(Optional.of(admitted));
        listeners.forEach(listener -> listener.accept(admitted));
    }

    /**
     * Admits the snapshot served again, after the rules of admission changed. It never runs beside a publication, so
     * that neither undoes the other.
     */
    public synchronized void renew() {
        current.get().ifPresent(this::publish);
    }

    /** A snapshot in the form in which it would be served. */
    public Snapshot admitted(Snapshot snapshot) {
        return admit.apply(snapshot);
    }
}
