package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.gates.Entrance;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.gates.Gates;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads exports and judges them as a recompute does before it learns; nothing is learnt and nothing changes. */
public final class ExportCheck {

    /**
     * How exports were judged.
     *
     * @param entrance what they say
     * @param findings of the gates that judge the exports alone
     */
    public record Result(Entrance entrance, List<GateFinding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether a recompute would be refused; later gates may still refuse what is learnt. */
        public boolean refused() {
            return findings.stream().anyMatch(GateFinding::refuses);
        }
    }

    private final Pipeline pipeline;
    private final SnapshotStore store;
    private final Gates gates;
    private final ExportAge age;
    private final ReentrantLock one = new ReentrantLock();

    /**
     * A check by the limits of a recompute, against the store's current version.
     *
     * @param demo says whether exports are the demo's, which may be of any age
     */
    public ExportCheck(Pipeline pipeline, SnapshotStore store, GateSettings limits, Predicate<Exports> demo) {
        this.pipeline = pipeline;
        this.store = store;
        this.gates = new Gates(limits);
        this.age = new ExportAge(pipeline, demo);
    }

    /**
     * Reads and judges.
     *
     * @param asOf the day at whose end everything is counted, or null for the latest event
     * @throws CheckRunningException if another check goes on: each takes as much memory as a recompute
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if an export cannot be used
     */
    public Result check(Exports exports, @Nullable LocalDate asOf) {
        if (!one.tryLock()) {
            throw new CheckRunningException();
        }
        try {
            Entrance entrance = Entrance.of(pipeline.read(exports, asOf));
            return new Result(entrance, gates.entrance(entrance, before(), age.judgedFrom(exports, asOf)));
        } finally {
            one.unlock();
        }
    }

    /** The accounts of the current version; null where there is none that can be read. */
    private @Nullable RowAccounts before() {
        try {
            return store.currentName()
                    .map(version -> store.summary(version).provenance().rows())
                    .orElse(null);
        } catch (SnapshotException _) {
            return null;
        }
    }
}
