package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the version that another process has made current, without the users that any process has erased. A version
 * that is not sound, such as one that is still being copied, is logged once and tried again, more and more rarely.
 */
public final class CurrentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentWatch.class);

    /** The number of looks between two trials of a version that is not sound. */
    private static final int MOST_WAITS = 16;

    private final SnapshotStore store;
    private final CurrentSnapshot current;
    private final ModelSwitch live;
    private String refused = "";
    private boolean unreadable;
    private boolean unwritable;
    private int waits = 1;
    private int left;

    /** @param live writes the files of the version served */
    public CurrentWatch(SnapshotStore store, CurrentSnapshot current, ModelSwitch live) {
        this.store = store;
        this.current = current;
        this.live = live;
    }

    /** Looks once: at the list of erased users, at the current version, then at the files that show both. */
    public synchronized void look() {
        leaveOutTheErased();
        swap();
        writeExports();
    }

    private void writeExports() {
        try {
            live.followExports();
            unwritable = false;
        } catch (SnapshotException | UncheckedIOException e) {
            if (!unwritable) {
                LOG.error("the files in the data folder are of another model or name erased users: {}", e.getMessage());
            }
            unwritable = true;
        }
    }

    /**
     * Another instance may have erased users; if the list is unchanged, the snapshot served stays the same instance.
     */
    private void leaveOutTheErased() {
        try {
            current.renew();
            unreadable = false;
        } catch (SnapshotException | UncheckedIOException e) {
            if (!unreadable) {
                LOG.error("the list of erased users cannot be read: {}", e.getMessage());
            }
            unreadable = true;
        }
    }

    private void swap() {
        String named = store.currentName().orElse("");
        String served = current.get().map(Snapshot::version).orElse("");
        if (named.isEmpty() || named.equals(served) || isToWait(named)) {
            return;
        }
        try {
            Snapshot snapshot = store.load(named);
            // a version that this process has published meanwhile is newer than the one read
            if (named.equals(store.currentName().orElse(""))) {
                current.publish(snapshot);
                refused = "";
                LOG.info("serving model {}, which another process has made current", named);
            }
        } catch (SnapshotException | UncheckedIOException e) {
            refuse(named, String.valueOf(e.getMessage()));
        }
    }

    private boolean isToWait(String named) {
        return named.equals(refused) && left-- > 0;
    }

    private void refuse(String named, String reason) {
        boolean again = named.equals(refused);
        waits = again ? Math.min(2 * waits, MOST_WAITS) : 1;
        left = waits;
        refused = named;
        if (!again) {
            LOG.error("the current model version is not served: {}", reason);
        }
    }
}
