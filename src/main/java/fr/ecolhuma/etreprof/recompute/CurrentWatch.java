package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.snapshot.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the version that another process has made current; a broken one is told of once and not served. */
public final class CurrentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentWatch.class);

    private final SnapshotStore store;
    private final CurrentSnapshot current;
    private String refused = "";

    CurrentWatch(SnapshotStore store, CurrentSnapshot current) {
        this.store = store;
        this.current = current;
    }

    /** Looks once. */
    synchronized void look() {
        String named = store.currentName().orElse("");
        String served = current.get().map(Snapshot::version).orElse("");
        if (named.isEmpty() || named.equals(served) || named.equals(refused)) {
            return;
        }
        try {
            Snapshot snapshot = store.load(named);
            // what this process has published meanwhile is newer than what was read
            if (named.equals(store.currentName().orElse(""))) {
                current.publish(snapshot);
                LOG.info("serving model {}, which another process has made current", named);
            }
        } catch (SnapshotException e) {
            refused = named;
            LOG.error("the current model version is not served: {}", e.getMessage());
        }
    }
}
