package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions that are kept: those that were live last, and the young candidates. */
final class RetainedVersions {

    private final SnapshotStore store;
    private final RetentionSettings retention;
    private final Clock clock;

    RetainedVersions(SnapshotStore store, RetentionSettings retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Removes all others.
     *
     * @param lived every version that has been live, the latest first
     * @param served the version that is live now
     * @throws fr.ecolhuma.etreprof.snapshot.disk.SnapshotException if the folder cannot be read or written
     */
    void removeOthers(List<String> lived, Optional<String> served) {
        Set<String> kept = new HashSet<>();
        served.ifPresent(kept::add);
        store.currentName().ifPresent(kept::add);
        lived.stream().limit(retention.versions()).forEach(kept::add);
        for (String version : store.versions()) {
            if (!kept.contains(version) && (lived.contains(version) || !isYoung(version))) {
                store.remove(version);
            }
        }
        store.removeRemains(ModelLoader.REMAINS);
    }

    private boolean isYoung(String version) {
        // the folder's own clock: one that is wrong here must remove nobody's candidate
        Instant now = store.now().orElseGet(clock::instant);
        return store.lastSaved(version)
                .filter(asked -> asked.isAfter(now.minus(retention.candidates())))
                .isPresent();
    }
}
