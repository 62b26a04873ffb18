package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.snapshot.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.DataExports;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.UserIndex;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Recomputes the model and swaps it, one run at a time; until the swap, and after any failure, the old one serves. */
public final class RecomputeService {

    private final Pipeline pipeline;
    private final SnapshotStore store;
    private final DataExports exports;
    private final CurrentSnapshot current;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();

    /** A service over a pipeline, the store it saves to and the reference it swaps. */
    public RecomputeService(Pipeline pipeline, SnapshotStore store, DataExports exports, CurrentSnapshot current) {
        this.pipeline = pipeline;
        this.store = store;
        this.exports = exports;
        this.current = current;
    }

    /**
     * Runs every stage and publishes.
     *
     * @throws AlreadyRunningException if another run goes on
     * @throws fr.ecolhuma.etreprof.features.ExportException if an export cannot be used
     * @throws fr.ecolhuma.etreprof.segmentation.SegmentationException if no segments can be formed
     * @throws fr.ecolhuma.etreprof.snapshot.SnapshotException if the model cannot be saved
     */
    public RecomputeReport recompute(RecomputeRequest request, Progress progress) {
        String job = UUID.randomUUID().toString();
        String other = running.compareAndExchange(null, job);
        if (other != null) {
            throw new AlreadyRunningException(other);
        }
        try {
            return run(request, progress);
        } finally {
            running.set(null);
        }
    }

    private RecomputeReport run(RecomputeRequest request, Progress progress) {
        long start = System.nanoTime();
        @Nullable Snapshot previous = current.get().orElse(null);
        Pipeline.Training training =
                pipeline.train(request.exports(), request.asOf(), previous == null ? null : previous.model(), progress);
        TrainedModel model = training.model();
        progress.stage(Progress.Stage.PUBLICATION);
        Snapshot snapshot = request.dryRun() ? Snapshot.of("dry-run", model) : publish(model);
        progress.stage(Progress.Stage.DONE);
        return new RecomputeReport(
                snapshot,
                previous == null ? null : previous.version(),
                previous == null ? 0 : moved(previous.model().users(), model.users()),
                Duration.ofNanos(System.nanoTime() - start),
                !request.dryRun(),
                training.warnings());
    }

    private Snapshot publish(TrainedModel model) {
        Snapshot snapshot = current.admitted(store.save(model));
        exports.write(snapshot);
        store.makeCurrent(snapshot.version());
        current.publish(snapshot);
        Snapshot served = current.get().orElse(snapshot);
        if (served.model().users().size() < snapshot.model().users().size()) {
            // a user was erased while the files were written
            exports.write(served);
        }
        return served;
    }

    private static int moved(UserIndex before, UserIndex after) {
        int moved = 0;
        for (int row = 0; row < after.size(); row++) {
            OptionalInt old = before.rowOf(after.id(row));
            if (old.isPresent() && before.segment(old.getAsInt()) != after.segment(row)) {
                moved++;
            }
        }
        return moved;
    }
}
