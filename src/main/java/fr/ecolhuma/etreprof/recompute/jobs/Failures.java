package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.run.AlreadyRunningException;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Says how a run ends that throws. */
final class Failures {

    private static final List<Class<? extends RuntimeException>> EXPLAINED = List.of(
            ExportException.class,
            SegmentationException.class,
            SnapshotException.class,
            AlreadyRunningException.class,
            RefusedException.class,
            CancellationException.class);

    private Failures() {}

    /** The end that a failure gives a run. */
    static JobState end(RuntimeException failure) {
        return switch (failure) {
            case RefusedException refused ->
                new JobState.Rejected(String.valueOf(refused.getMessage()), refused.candidate(), refused.findings());
            case CancellationException cancelled -> new JobState.Cancelled(String.valueOf(cancelled.getMessage()));
            default ->
                new JobState.Failed(
                        isExplained(failure)
                                ? String.valueOf(failure.getMessage())
                                : "failed for an unforeseen reason; the service's log has it");
        };
    }

    /** Whether its message says all that an operator needs. */
    static boolean isExplained(RuntimeException failure) {
        return EXPLAINED.stream().anyMatch(type -> type.isInstance(failure));
    }
}
