package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.snapshot.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.DataExports;
import fr.ecolhuma.etreprof.snapshot.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.SnapshotStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes what is live, one change at a time: on the disk first, then in memory, then in the history. */
public final class ModelSwitch {

    /**
     * Why a version goes live.
     *
     * @param by who or what asked for it
     * @param forced whether gates that refused it are passed over
     * @param duration of the recompute, or null
     * @param exports a digest of the exports' addresses, or null
     * @param note for the history, or null
     */
    record Cause(
            ModelHistory.Action action,
            String by,
            boolean forced,
            @Nullable Duration duration,
            @Nullable String exports,
            @Nullable String note) {

        static Cause of(ModelHistory.Action action, String by) {
            return new Cause(action, by, false, null, null, null);
        }
    }

    private final SnapshotStore store;
    private final DataExports exports;
    private final CurrentSnapshot current;
    private final ModelHistory history;
    private final RetentionSettings retention;
    private final Clock clock;

    /** A switch over the store, the exports and the reference that it changes. */
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
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Makes a version that is saved the live one.
     *
     * @throws SnapshotException if the folders cannot be written; what was live stays so
     */
    synchronized void publish(Snapshot snapshot, Cause cause) {
        String previous = store.currentName().orElse(null);
        Snapshot admitted = current.admitted(snapshot);
        exports.write(admitted);
        store.makeCurrent(snapshot.version());
        current.publish(admitted);
        // who was erased while the files were written
        current.get()
                .filter(served ->
                        served.model().users().size() < admitted.model().users().size())
                .ifPresent(exports::write);
        Duration duration = cause.duration();
        history.append(new ModelHistory.Entry(
                clock.instant(),
                snapshot.version(),
                previous,
                cause.action(),
                cause.by(),
                cause.forced(),
                duration == null ? null : duration.toMillis(),
                cause.exports() == null ? lastExports() : cause.exports(),
                cause.note()));
        removeOld();
    }

    private @Nullable String lastExports() {
        return history.entries().isEmpty() ? null : history.entries().getLast().exports();
    }

    /**
     * Publishes a version that a dry run kept, the very one: its files are held against the digests in its name.
     *
     * @throws SnapshotException if there is none of that name or it is not sound
     */
    public synchronized Snapshot promote(String version, String by) {
        return publishSaved(version, Cause.of(ModelHistory.Action.PROMOTED, by));
    }

    /**
     * Publishes a version that was live before.
     *
     * @param version which, or null for the one that was live before this one
     * @throws SnapshotException if there is none, or it is not sound
     */
    public synchronized Snapshot rollBack(@Nullable String version, String by) {
        String wanted = version == null
                ? previous()
                        .orElseThrow(() -> new SnapshotException(
                                "found no version that was live before this one; name one that GET /models lists"))
                : version;
        return publishSaved(wanted, Cause.of(ModelHistory.Action.ROLLED_BACK, by));
    }

    private Snapshot publishSaved(String version, Cause cause) {
        Snapshot snapshot = store.load(version);
        publish(snapshot, cause);
        return snapshot;
    }

    /** The version that was live before this one and is still kept. */
    public Optional<String> previous() {
        String now = store.currentName().orElse("");
        List<String> kept = store.versions();
        return live().filter(version -> !version.equals(now) && kept.contains(version))
                .reduce((earlier, later) -> later);
    }

    /** Every version that has been live, in the order of time. */
    private Stream<String> live() {
        return history.entries().stream()
                .flatMap(entry -> Stream.of(Optional.ofNullable(entry.previous()), Optional.of(entry.version())))
                .flatMap(Optional::stream);
    }

    /** Keeps the versions live last and the young candidates. */
    private void removeOld() {
        List<String> live = live().toList().reversed().stream().distinct().toList();
        Set<String> kept = live.stream().limit(retention.versions()).collect(Collectors.toSet());
        store.currentName().ifPresent(kept::add);
        for (String version : store.versions()) {
            if (!kept.contains(version) && !(isCandidate(version, live) && isYoung(version))) {
                store.remove(version);
            }
        }
        store.removeRemains(clock.instant().minus(ModelLoader.REMAINS));
    }

    private static boolean isCandidate(String version, List<String> live) {
        return !live.contains(version);
    }

    private boolean isYoung(String version) {
        try {
            return store.summary(version).savedAt().isAfter(clock.instant().minus(retention.candidates()));
        } catch (SnapshotException e) {
            return false;
        }
    }
}
