package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.PastModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Erases users: at once from the snapshot served, from every version when it is read, and from all later recomputes.
 */
public final class ErasureService {

    private final Erasures erasures;
    private final PastModels past;
    private final CurrentSnapshot current;
    private final ModelSwitch live;
    private final Consumer<LongPredicate> records;
    private final Clock clock;

    /** @param records leaves users out of the runs that are kept */
    public ErasureService(
            Erasures erasures,
            PastModels past,
            CurrentSnapshot current,
            ModelSwitch live,
            Consumer<LongPredicate> records,
            Clock clock) {
        this.erasures = erasures;
        this.past = past;
        this.current = current;
        this.live = live;
        this.records = records;
        this.clock = clock;
    }

    /**
     * An erasure that has taken effect.
     *
     * @param served whether the user was in the model served
     * @param versions the versions with a row of the user on disk, which is left out whenever they are read
     */
    public record Receipt(Erasures.Erasure erasure, boolean served, List<String> versions) {

        public Receipt {
            versions = List.copyOf(versions);
        }

        /** Whether there are data about the user, served or on disk. */
        public boolean known() {
            return served || !versions.isEmpty();
        }
    }

    /**
     * Finishes what a kill has left of an erasure, and brings the files beside the models into line with the model
     * served.
     *
     * @throws fr.ecolhuma.etreprof.snapshot.disk.SnapshotException if a folder cannot be read or written
     */
    void mend() {
        live.mendExports();
        records.accept(erasures.latest());
    }

    /**
     * Erases a user, also one whom no version knows: a later export may have the user. If the user is erased already, only
     * the files beside the models are written again.
     *
     * @throws fr.ecolhuma.etreprof.snapshot.disk.SnapshotException if a folder cannot be read or written; then try
     *     again
     */
    public synchronized Receipt erase(long user) {
        erasures.refresh();
        Optional<Snapshot> before = current.get();
        boolean served = before.filter(
                        snapshot -> snapshot.model().users().rowOf(user).isPresent())
                .isPresent();
        List<String> versions = past.all().stream()
                .map(PastModel::version)
                .filter(version -> past.holds(version, user))
                .toList();
        Erasures.Erasure erasure = erasures.add(user, clock.instant());
        current.renew();
        live.writeExports();
        records.accept(erasures::has);
        return new Receipt(erasure, served, versions);
    }
}
