package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the current version; without a sound one the service still starts, but is not ready. */
public final class ModelLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);

    /** The time after which an unfinished save counts as killed. */
    static final Duration REMAINS = Duration.ofHours(1);

    private final SnapshotStore store;
    private final CurrentSnapshot current;
    private final ModelHistory history;
    private final Clock clock;

    public ModelLoader(SnapshotStore store, CurrentSnapshot current, ModelHistory history, Clock clock) {
        this.store = store;
        this.current = current;
        this.history = history;
        this.clock = clock;
    }

    /** Serves the current version; if it is missing or broken, the sound version that was live last, else the newest sound one. */
    public void load() {
        store.removeRemains(REMAINS);
        try {
            store.loadCurrent().ifPresentOrElse(this::serveCurrent, this::serveLiveLast);
        } catch (SnapshotException | UncheckedIOException e) {
            LOG.error("the current model version is not served: {}", e.getMessage());
            recover(newestFirst(), String.valueOf(e.getMessage()));
        }
    }

    /** Without {@code CURRENT}, only a version that was live may be served: others are candidates. */
    private void serveLiveLast() {
        List<String> lived = liveLast();
        List<String> kept = newestFirst().stream().filter(lived::contains).toList();
        if (kept.isEmpty()) {
            LOG.warn("no model yet; recompute to make one");
            return;
        }
        LOG.warn("CURRENT is missing; the version that was live last is served; promote a version to write CURRENT");
        recover(kept, "CURRENT is missing");
    }

    /** The classifier that {@link #load} would serve; the rest of a sound current version is not read. */
    public Optional<ContentClassifier> classifier() {
        try {
            if (store.currentName().isPresent()) {
                return store.currentClassifier();
            }
        } catch (SnapshotException | UncheckedIOException _) {
            // the version served in its place has one
        }
        load();
        return current.get().flatMap(snapshot -> snapshot.model().classifier());
    }

    private void serveCurrent(Snapshot snapshot) {
        serve(snapshot);
        try {
            MissingLine.add(store, history, snapshot.version());
        } catch (SnapshotException e) {
            LOG.warn("the history has no line of {}: {}", snapshot.version(), e.getMessage());
        }
    }

    private void recover(List<String> versions, String reason) {
        if (current.get().isPresent()) {
            return;
        }
        String broken = store.currentName().orElse("");
        for (String version : versions) {
            if (!version.equals(broken) && serves(version)) {
                record(version, reason);
                return;
            }
        }
    }

    /**
     * Writes the recovery into the history once: each start finds the same state until another version is published.
     */
    private void record(String version, String reason) {
        try {
            if (isRecorded(version)) {
                return;
            }
            history.append(new ModelHistory.Entry(
                    history.next(clock.instant()),
                    version,
                    null,
                    ModelHistory.Action.RECOVERED,
                    "start",
                    false,
                    null,
                    history.exportsOf(version).orElse(null),
                    reason));
        } catch (SnapshotException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    private boolean isRecorded(String version) {
        List<ModelHistory.Entry> entries = history.entries();
        return !entries.isEmpty()
                && entries.getLast().action() == ModelHistory.Action.RECOVERED
                && entries.getLast().version().equals(version);
    }

    private boolean serves(String version) {
        try {
            serve(store.load(version));
            return true;
        } catch (SnapshotException | UncheckedIOException e) {
            LOG.error("model version {} is not served: {}", version, e.getMessage());
            return false;
        }
    }

    /** The versions that were live, the last first, then the others by their day. */
    private List<String> newestFirst() {
        try {
            List<String> kept = store.versions();
            return Stream.concat(liveLast().stream(), kept.reversed().stream())
                    .distinct()
                    .filter(kept::contains)
                    .toList();
        } catch (SnapshotException e) {
            LOG.error("{}", e.getMessage());
            return List.of();
        }
    }

    /** Without the history, the newest sound version is served. */
    private List<String> liveLast() {
        try {
            return history.entries().reversed().stream()
                    .map(ModelHistory.Entry::version)
                    .toList();
        } catch (SnapshotException e) {
            LOG.error("{}", e.getMessage());
            return List.of();
        }
    }

    private void serve(Snapshot snapshot) {
        current.publish(snapshot);
        LOG.info(
                "serving model {} with {} users and {} contents",
                snapshot.version(),
                snapshot.model().users().size(),
                snapshot.model().catalogue().size());
    }
}
