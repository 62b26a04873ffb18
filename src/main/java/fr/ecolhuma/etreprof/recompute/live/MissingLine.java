package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The missing line of the history: of the version that came with the service, or after a process was killed, or the disk
 * was full, when a version had just gone live.
 */
final class MissingLine {

    private static final Logger LOG = LoggerFactory.getLogger(MissingLine.class);
    private static final String BY = "unknown";
    private static final String FIRST = "came with the service; the time is that of its file";
    private static final String NOTE = "found live; the time is that of its file, the cause is unknown";

    private MissingLine() {}

    /**
     * Adds the line if one is missing.
     *
     * @param live the version that {@code CURRENT} names and that is sound
     * @throws fr.ecolhuma.etreprof.snapshot.disk.SnapshotException if the history cannot be read or written
     */
    static void add(SnapshotStore store, ModelHistory history, String live) {
        List<ModelHistory.Entry> entries = history.entries();
        announced(history, entries, live)
                .or(() -> found(store, history, entries, live))
                .ifPresent(entry -> {
                    if (entries.isEmpty()) {
                        LOG.info("the history begins with {}, live since {}", live, entry.at());
                    } else {
                        LOG.warn("the history had no line of {} going live at {}; it is added", live, entry.at());
                    }
                    history.append(entry);
                    history.withdraw();
                });
    }

    /** The line as the change itself would have written it. */
    private static Optional<ModelHistory.Entry> announced(
            ModelHistory history, List<ModelHistory.Entry> entries, String live) {
        return history.announced()
                .filter(entry -> entry.version().equals(live))
                .filter(entry -> !entries.contains(entry));
    }

    /** The known facts about an unannounced change, or about the version that the history begins with. */
    private static Optional<ModelHistory.Entry> found(
            SnapshotStore store, ModelHistory history, List<ModelHistory.Entry> entries, String live) {
        Optional<Instant> since = store.currentSince();
        if (entries.isEmpty()) {
            return since.map(at -> new ModelHistory.Entry(
                    at, live, null, ModelHistory.Action.PUBLISHED, "start", false, null, null, FIRST));
        }
        return entries.reversed().stream()
                // a recovery leaves CURRENT as it is
                .filter(entry -> entry.action() != ModelHistory.Action.RECOVERED)
                .map(ModelHistory.Entry::version)
                .findFirst()
                .filter(version -> since.isPresent() && !version.equals(live))
                .map(version -> new ModelHistory.Entry(
                        history.next(since.get()),
                        live,
                        entries.getLast().version(),
                        ModelHistory.Action.PUBLISHED,
                        BY,
                        false,
                        null,
                        history.exportsOf(live).orElse(null),
                        NOTE));
    }
}
