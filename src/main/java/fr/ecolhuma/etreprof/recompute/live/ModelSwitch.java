package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.recompute.gates.Judgement;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the live version, one change at a time: first on the disk, then in memory, then in the history. A failed
 * change leaves everything as it was; a failure after the change does not undo it.
 */
public final class ModelSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSwitch.class);

    private final SnapshotStore store;
    private final DataExports exports;
    private final CurrentSnapshot current;
    private final ModelHistory history;
    private final RetainedVersions retained;
    private final Clock clock;
    private @Nullable Snapshot written;

    /** Creates a switch over the store, the exports and the reference that it changes. */
    public ModelSwitch(
            SnapshotStore store,
            DataExports exports,
            CurrentSnapshot current,
            ModelHistory history,
            RetentionSettings retention,
            Clock clock) {
        this.store = store;
        this.exports = exports;
        this.current = current;
        this.history = history;
        this.retained = new RetainedVersions(store, retention, clock);
        this.clock = clock;
    }

    /**
     * Makes a saved version live.
     *
     * @return failures after it went live, mostly none: the history or the old versions could not be written
     * @throws SnapshotException if the folders cannot be written; the live version then stays
     */
    public synchronized List<String> publish(Snapshot snapshot, SwitchCause cause) {
        history.requireWritable();
        Optional<String> previous = liveVersion();
        previous.filter(version -> store.currentName().equals(previous))
                .ifPresent(version -> MissingLine.add(store, history, version));
        String made = cause.exports() == null ? exportsOf(snapshot.version()) : cause.exports();
        Snapshot admitted = current.admitted(snapshot);
        ModelHistory.Entry entry = swap(admitted, () -> entry(snapshot.version(), previous.orElse(null), made, cause));
        List<String> troubles = new ArrayList<>();
        attempt(() -> writeWhereErased(admitted), troubles);
        attempt(() -> record(entry), troubles);
        attempt(this::removeOld, troubles);
        return List.copyOf(troubles);
    }

    private void record(ModelHistory.Entry entry) {
        history.append(entry);
        history.withdraw();
    }

    private ModelHistory.Entry entry(
            String version, @Nullable String previous, @Nullable String made, SwitchCause cause) {
        Duration duration = cause.duration();
        return new ModelHistory.Entry(
                history.next(clock.instant()),
                version,
                previous,
                cause.action(),
                cause.by(),
                cause.forced(),
                duration == null ? null : duration.toMillis(),
                made,
                cause.note());
    }

    /** The exports of a version, of which its run has left a line or a judgement; null when they are unknown. */
    private @Nullable String exportsOf(String version) {
        return history.exportsOf(version).orElseGet(() -> judgedExports(version));
    }

    private @Nullable String judgedExports(String version) {
        try {
            return Judgement.of(store, version).map(Judgement::exports).orElse(null);
        } catch (SnapshotException _) {
            return null;
        }
    }

    /** Changes the files, {@code CURRENT} and the snapshot served, all or none; returns the line for the history. */
    private ModelHistory.Entry swap(Snapshot admitted, Supplier<ModelHistory.Entry> telling) {
        Optional<String> named = store.currentName();
        Optional<Snapshot> served = current.get();
        try {
            write(admitted);
            ModelHistory.Entry entry = telling.get();
            history.announce(entry);
            store.makeCurrent(admitted.version());
            current.publish(admitted);
            return entry;
        } catch (SnapshotException | UncheckedIOException e) {
            List<String> troubles = new ArrayList<>();
            if (!named.equals(store.currentName())) {
                named.ifPresent(before -> attempt(() -> store.makeCurrent(before), troubles));
            }
            served.ifPresent(before -> attempt(() -> write(before), troubles));
            attempt(history::withdraw, troubles);
            throw e;
        }
    }

    /** Writes the files again if users were erased meanwhile. */
    private void writeWhereErased(Snapshot written) {
        current.get()
                .filter(served ->
                        served.model().users().size() < written.model().users().size())
                .ifPresent(this::write);
    }

    private void write(Snapshot snapshot) {
        written = null;
        exports.write(snapshot);
        written = snapshot;
    }

    private static void attempt(Runnable change, List<String> troubles) {
        try {
            change.run();
        } catch (SnapshotException | UncheckedIOException e) {
            LOG.error("{}", e.getMessage());
            troubles.add(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Brings the data folder into line with the snapshot served: a process that is killed in a change leaves files of
     * another version, or parts of files.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    synchronized void mendExports() {
        exports.removeRemains();
        writeExports();
    }

    /**
     * Writes the files of the snapshot served again, never at the same time as a change.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    synchronized void writeExports() {
        current.get().ifPresent(this::write);
    }

    /**
     * Writes the files again where they are not of the snapshot served: another process has published a version, or
     * erased a user.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    @SuppressWarnings("ReferenceEquality") // without erased users it has the same version
    synchronized void followExports() {
        current.get().filter(served -> served != written).ifPresent(this::write);
    }

    /**
     * Publishes a version that a run has kept, unless it is live already: its files must match the digest in its name.
     *
     * @param force whether it goes live although gates refused it when it was made, or none judged it
     * @throws RefusedException if gates refused it and it is not forced
     * @throws SnapshotException if there is no such version or it is not sound
     */
    public synchronized Snapshot promote(String version, String by, boolean force) {
        Optional<Snapshot> same = alreadyLive(version);
        if (same.isPresent()) {
            return same.get();
        }
        Optional<Judgement> judged = Judgement.of(store, version).or(() -> unjudged(version));
        judged.filter(judgement -> judgement.refuses() && !force).ifPresent(judgement -> {
            throw new RefusedException(version, judgement.findings());
        });
        return publishSaved(
                version,
                judged.map(judgement -> SwitchCause.of(ModelHistory.Action.PROMOTED, by, null, judgement))
                        .orElseGet(() -> SwitchCause.of(ModelHistory.Action.PROMOTED, by)));
    }

    /** A version that was live may be live again without a judgement. */
    private Optional<Judgement> unjudged(String version) {
        boolean wasLive = live().anyMatch(version::equals)
                || liveVersion().filter(version::equals).isPresent();
        return wasLive ? Optional.empty() : Optional.of(Judgement.none());
    }

    /**
     * Publishes a version that was live before, unless it is live already.
     *
     * @param version its name, or null for the version that was live before this one
     * @throws SnapshotException if there is no such version, it was never live, or it is not sound
     */
    public synchronized Snapshot rollBack(@Nullable String version, String by) {
        String wanted = version == null
                ? previous()
                        .orElseThrow(() -> new SnapshotException(
                                "found no version that was live before this one; name one of GET /models"))
                : version;
        if (live().noneMatch(wanted::equals)
                && liveVersion().filter(wanted::equals).isEmpty()) {
            throw new SnapshotException("found %s, which was never live; promote it".formatted(wanted));
        }
        return alreadyLive(wanted)
                .orElseGet(() -> publishSaved(wanted, SwitchCause.of(ModelHistory.Action.ROLLED_BACK, by)));
    }

    /** The version that {@code CURRENT} names; this process may not serve it yet. */
    private Optional<Snapshot> alreadyLive(String version) {
        if (!store.currentName().equals(Optional.of(version))) {
            return Optional.empty();
        }
        if (current.get().filter(served -> served.version().equals(version)).isEmpty()) {
            current.publish(store.load(version));
            writeExports();
        }
        return current.get();
    }

    private Snapshot publishSaved(String version, SwitchCause cause) {
        Snapshot snapshot = store.load(version);
        publish(snapshot, cause);
        return snapshot;
    }

    /** The version that was live before this one, is still kept and is sound. */
    public Optional<String> previous() {
        String now = liveVersion().orElse("");
        return live().toList().reversed().stream()
                .distinct()
                .filter(version -> !version.equals(now))
                .filter(store::isSound)
                .findFirst();
    }

    /** The live version: the one that {@code CURRENT} names, or the one served instead because that is broken. */
    public Optional<String> liveVersion() {
        Optional<String> served = current.get().map(Snapshot::version);
        Optional<String> named = store.currentName();
        return named.equals(served) || named.filter(store::isSound).isPresent() ? named : served;
    }

    /** Every version that has been live, the earliest first. */
    private Stream<String> live() {
        return history.entries().stream()
                .flatMap(entry -> Stream.of(Optional.ofNullable(entry.previous()), Optional.of(entry.version())))
                .flatMap(Optional::stream);
    }

    private void removeOld() {
        retained.removeOthers(live().toList().reversed().stream().distinct().toList(), liveVersion());
    }
}
