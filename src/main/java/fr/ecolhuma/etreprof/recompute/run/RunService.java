package fr.ecolhuma.etreprof.recompute.run;

import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.gates.Gates;
import fr.ecolhuma.etreprof.recompute.gates.Judgement;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.recompute.live.SwitchCause;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves;
import fr.ecolhuma.etreprof.snapshot.past.SegmentedUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the model and swaps it, one run at a time; until the swap, and after any failure, the old model stays
 * live.
 */
public final class RunService {

    private final Pipeline pipeline;
    private final SnapshotStore store;
    private final ModelSwitch live;
    private final CurrentSnapshot current;
    private final ModelHistory history;
    private final Gates gates;
    private final ExportAge age;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();

    /** Creates a service over a pipeline, the store for saves and the switch for publications. */
    public RunService(
            Pipeline pipeline,
            SnapshotStore store,
            ModelSwitch live,
            CurrentSnapshot current,
            ModelHistory history,
            GateSettings limits) {
        this(pipeline, store, live, current, history, limits, exports -> false);
    }

    /**
     * A service that takes some exports at any age.
     *
     * @param demo says whether exports are the demo's
     */
    public RunService(
            Pipeline pipeline,
            SnapshotStore store,
            ModelSwitch live,
            CurrentSnapshot current,
            ModelHistory history,
            GateSettings limits,
            Predicate<Exports> demo) {
        this.pipeline = pipeline;
        this.store = store;
        this.live = live;
        this.current = current;
        this.history = history;
        this.gates = new Gates(limits);
        this.age = new ExportAge(pipeline, demo);
    }

    /**
     * Runs every stage and publishes.
     *
     * @param job the id of the job that the run is for
     * @throws AlreadyRunningException if another run is running
     * @throws RefusedException if gates refuse the new model and it is not forced
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if an export cannot be used
     * @throws fr.ecolhuma.etreprof.segmentation.model.SegmentationException if no segments can be formed
     * @throws fr.ecolhuma.etreprof.snapshot.disk.SnapshotException if the model cannot be saved
     */
    public RunResult run(String job, RunRequest request, Progress progress) {
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

    private RunResult run(RunRequest request, Progress progress) {
        long start = System.nanoTime();
        @Nullable Snapshot previous = current.get().orElse(null);
        String exports = digest(request.exports());
        @Nullable Snapshot comparable = comparable(previous, exports) ? previous : null;
        Pipeline.Training training = pipeline.train(request.exports(), request.asOf(), previous, progress);
        progress.stage(Progress.Stage.PUBLICATION);
        // the model is read back, so that the gates judge and users get the bytes on the disk
        Snapshot candidate = store.load(store.save(training.model()));
        List<GateFinding> findings = gates.check(
                candidate,
                training.weakMatches(),
                previous,
                comparable,
                age.judgedFrom(request.exports(), request.asOf()));
        Judgement judgement = new Judgement(exports, findings);
        judgement.write(store, candidate.version());
        if (judgement.refuses() && !request.force() && !request.dryRun()) {
            throw new RefusedException(candidate.version(), findings);
        }
        // before the switch: after it, nothing may fail
        @Nullable
        SegmentMoves moves = previous == null
                ? null
                : SegmentMoves.between(SegmentedUsers.of(previous), SegmentedUsers.of(candidate));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        List<String> warnings = warnings(training.warnings(), findings);
        progress.commit();
        if (!request.dryRun()) {
            warnings.addAll(live.publish(
                    candidate, SwitchCause.of(ModelHistory.Action.PUBLISHED, request.by(), duration, judgement)));
        }
        progress.stage(Progress.Stage.DONE);
        return new RunResult(
                candidate.version(),
                candidate.model().users().size(),
                candidate.model().quality().sizes(),
                candidate.model().provenance().rows(),
                candidate.model().provenance().columns(),
                previous == null ? null : previous.version(),
                moves == null ? 0 : moves.moved(),
                Duration.ofNanos(System.nanoTime() - start),
                !request.dryRun(),
                warnings,
                findings,
                previous == null || moves == null || !request.dryRun()
                        ? null
                        : ModelDifference.of(previous, candidate, moves));
    }

    /**
     * The live model, if it is of the same addresses: models of other exports differ by nature and are not compared.
     */
    private boolean comparable(@Nullable Snapshot previous, String exports) {
        return previous != null
                && history.exportsOf(previous.version()).filter(exports::equals).isPresent();
    }

    private static List<String> warnings(List<String> matches, List<GateFinding> findings) {
        List<String> warnings = new ArrayList<>(matches);
        findings.stream()
                .filter(finding -> finding.verdict() == GateFinding.Verdict.WATCH)
                .filter(finding -> !finding.gate().equals(Gates.MATCH))
                .map(GateFinding::toString)
                .forEach(warnings::add);
        return warnings;
    }

    private static String digest(Exports exports) {
        return Digests.sha256(exports.withoutUsers().toString()).substring(0, 16);
    }
}
