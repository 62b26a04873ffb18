package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.snapshot.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.SnapshotStore;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the current version; without a sound one the service starts all the same, not ready. */
public final class ModelLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);

    private final SnapshotStore store;
    private final CurrentSnapshot current;

    ModelLoader(SnapshotStore store, CurrentSnapshot current) {
        this.store = store;
        this.current = current;
    }

    /** Serves the current version, if there is a sound one. */
    public void load() {
        try {
            Optional<Snapshot> snapshot = store.loadCurrent();
            snapshot.ifPresentOrElse(this::serve, () -> LOG.warn("no model yet; recompute to make one"));
        } catch (SnapshotException e) {
            LOG.error("the current model version is not served: {}", e.getMessage());
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
